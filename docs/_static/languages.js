// What was searched for, and the part of the page, go along into the other language.
const carry = () => {
  for (const link of document.querySelectorAll("nav.languages a")) {
    link.search = location.search;
    link.hash = location.hash;
  }
};
document.addEventListener("DOMContentLoaded", carry);
addEventListener("hashchange", carry);
