"""The European Charter for Equality of Women and Men in Local Life, and who has joined it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import field, frozen
from pendulum import Date

from localgender._display import brief
from localgender.errors import UnknownRefError
from localgender.model.community import Community
from localgender.model.parts import optional_act, several
from localgender.model.plan import Target
from localgender.values.acts import LegalAct
from localgender.values.periods import optional_day
from localgender.values.refs import target_path
from localgender.values.texts import optional_text, text
from localgender.values.words import nearest


def _number(value: str | int) -> str:
    return target_path(str(value))[0]


@frozen
class Article:
    """Article of a charter (стаття).

    >>> Article(22, "Гендерне насильство").number
    '22'

    Attributes:
        number: As the charter writes it; a whole number is accepted.
        uk: Short Ukrainian title; None where only the number is known.
        en: Short English title; None where only the number is known.

    Source: European Charter for Equality of Women and Men in Local Life, CEMR, 2006.
    """

    number: str = field(converter=_number)
    uk: str | None = field(default=None, converter=optional_text)
    en: str | None = field(default=None, converter=optional_text)

    __repr__ = brief


def _edition(value: str | int) -> str:
    return text(str(value))


def _articles(value: Article | Iterable[Article]) -> tuple[Article, ...]:
    return several(Article, value)


@frozen
class Charter:
    """One edition of a charter that communities join (хартія).

    Editions differ in their articles, so nothing takes thirty for the number of articles for ever.

    >>> Charter("Хартія рівності", 2006, [Article(4), Article(22)]).target(22)
    Target(scheme='charter-2006', path=('22',))

    Attributes:
        name: Full name.
        edition: Which edition; a year is accepted.
        articles: In the order of the charter.

    Raises:
        ValueError: When two articles bear one number.

    Source: European Charter for Equality of Women and Men in Local Life, CEMR, 2006; a second edition of 2022
    adds articles.
    """

    name: str = field(converter=text)
    edition: str = field(converter=_edition)
    articles: tuple[Article, ...] = field(default=(), converter=_articles)

    __repr__ = brief

    def __attrs_post_init__(self) -> None:
        for number, times in Counter(each.number for each in self.articles).items():
            if times > 1:
                raise ValueError(f"article {number} comes {times} times")

    @property
    def scheme(self) -> str:
        """Name of its numbering, as targets and code lists bear it."""
        return f"charter-{self.edition}"

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every article as a target that measures may serve, with its Ukrainian title."""
        return tuple(self.target(each.number) for each in self.articles)

    def article(self, number: str | int) -> Article:
        """Return the article of a number.

        Raises:
            UnknownRefError: When there is none, with the nearest that is.
        """
        for article in self.articles:
            if article.number == str(number):
                return article
        raise UnknownRefError(str(number), nearest(number, [each.number for each in self.articles]))

    def target(self, number: str | int) -> Target:
        """Return an article as a target, to stand in `Plan.targets`; its `ref` stands in `Measure.serves`.

        Raises:
            UnknownRefError: When there is no such article, with the nearest that is.
        """
        article = self.article(number)
        return Target(self.scheme, (article.number,), article.uk)


def _community(value: Community | str) -> Community:
    return value if isinstance(value, Community) else Community(value)


def _scheme(value: Charter | str | None) -> str | None:
    return value.scheme if isinstance(value, Charter) else optional_text(value)


@frozen
class Commitment:
    """A community's joining of a charter (приєднання до хартії).

    >>> joined = Commitment("Зорянська громада", act=LegalAct("рішення", "12", "2018-10-31"))
    >>> joined.charter is None, joined.date is None
    (True, True)

    Attributes:
        community: Who joins; text is taken as the name.
        charter: Which edition, by its scheme, such as "charter-2006"; a Charter is accepted. None when the
            document does not tell the edition: a date alone does not decide it.
        act: Decision to join; any part of it may be silent.
        date: Day of the signature, which is not that of the act; None is silence.

    Source: decisions of councils on joining the European Charter.
    """

    community: Community = field(converter=_community)
    charter: str | None = field(default=None, converter=_scheme)
    act: LegalAct | None = field(default=None, converter=optional_act)
    date: Date | None = field(default=None, converter=optional_day)

    __repr__ = brief
