// What was searched for, and the part of the page, go along into the other language.
const carry = () => {
  for (const link of document.querySelectorAll("nav.languages a")) {
    link.search = location.search;
    link.hash = location.hash;
  }
};
document.addEventListener("DOMContentLoaded", carry);
addEventListener("hashchange", carry);

// What is wider than its place is scrolled with the keyboard too.
const reach = () => {
  for (const box of document.querySelectorAll("pre, .table-wrapper, .output")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
addEventListener("load", reach);
addEventListener("resize", reach);
