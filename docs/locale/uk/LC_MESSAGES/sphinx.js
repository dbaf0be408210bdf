Documentation.addTranslations({
    "locale": "uk",
    "plural_expr": "n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2",
    "messages": {
        ", in ": ", у ",
        "Hide Search Matches": "Приховати знайдені збіги",
        "Preparing search...": "Готуємо пошук…",
        "Search": "Пошук",
        "Search Results": "Результати пошуку",
        "Searching": "Шукаємо",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Нічого не знайдено. Перевірте, чи всі слова написано правильно.",
        "Search finished, found one page matching the search query.": ["Пошук завершено: знайдено ${resultCount} сторінку.", "Пошук завершено: знайдено ${resultCount} сторінки.", "Пошук завершено: знайдено ${resultCount} сторінок."]
    }
});
// The button that copies a block has its own words.
if (typeof messages !== "undefined") {
    messages.uk = {
        "copy": "Копіювати",
        "copy_to_clipboard": "Копіювати до буфера обміну",
        "copy_success": "Скопійовано!",
        "copy_failure": "Не вдалося скопіювати"
    };
    locale = "uk";
}
