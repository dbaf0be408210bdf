"""Stems of Ukrainian words for the search, in Python for its index and in JavaScript for whoever types."""

from __future__ import annotations

import json
import re

# One ending is taken off, the longest that leaves three letters.
ENDINGS = sorted(
    """
    ання яння анню янню анням янням аннях ань ення енню енням еннях ень іння
    ий ій ого ього ому ьому им ім ої ою ею єю ії ими іми их іх
    ам ям ами ями ах ях ів їв ей ові еві єві ом ем єм
    ати яти ити іти айте яйте іть ить ять ють
    а я у ю і ї о е є ь й и
    """.split(),
    key=lambda ending: (-len(ending), ending),
)
# What the ending leaves behind changes with it: знахідок, знахідка; виконавець, виконавця; захід, заходу.
CHANGES = (
    ("^(.*[аеєиіїоуюя].*[^аеєиіїоуюя])[ое]([кц])$", "$1$2"),
    ("і(?=[^аеєиіїоуюя]+$)", "о"),
)
STOPWORDS = frozenset("а або але в від до за з зі із і й на не ні по та те ті то у це ця ці що як".split())
_SHORTEST = 3


def stem(word: str) -> str:
    """Return the part of a word that its endings leave alone.

    >>> stem("звітів") == stem("Звіт"), stem("знахідок") == stem("знахідка")
    (True, True)
    """
    word = word.lower()
    fitting = (each for each in ENDINGS if word.endswith(each) and len(word) - len(each) >= _SHORTEST)
    kept = word.removesuffix(next(fitting, ""))
    for before, after in CHANGES:
        kept = re.sub(before, after.replace("$", "\\"), kept)
    return kept


JAVASCRIPT = f"""
var Stemmer = function () {{
  const endings = {json.dumps(ENDINGS, ensure_ascii=False)};
  const changes = {json.dumps(CHANGES, ensure_ascii=False)};
  this.stemWord = function (typed) {{
    const word = typed.toLowerCase();
    const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= {_SHORTEST});
    const kept = word.slice(0, word.length - (ending ?? "").length);
    return changes.reduce((text, [before, after]) => text.replace(new RegExp(before), after), kept);
  }};
}};
"""
