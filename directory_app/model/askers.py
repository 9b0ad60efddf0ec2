"""Who asked: a name, and not a word for nobody.

"unknown" in the column of who asked is no asker, so a yes with it is kept and not live. The rule
has to hold in SQL too (store/liveness.py), which folds ASCII letters alone: so it does here.
"""

from string import ascii_lowercase, ascii_uppercase

#: What is cut off both ends before a word is looked at.
EDGES = " \t\n\r\u00a0.,;:?!¿¡-–—_*/\\|()[]\"'“”«»"
#: What stands for nobody, in small letters, without its edges; with accents in either case.
NOBODY = frozenset(
    {
        "",
        "x",
        "xx",
        "xxx",
        "0",
        *("na", "n/a", "n.a", "n.d", "nd", "n/d", "s/d", "tbd", "none", "null", "nil"),
        *("unknown", "unk", "not known", "nobody", "no one", "noone", "no-one", "anonymous"),
        *("someone", "somebody", "anybody", "anyone", "whoever", "not sure", "don't know"),
        *("dont know", "don’t know", "i don't know", "i dont know", "dk", "idk", "no idea"),
        *("staff", "the staff", "our staff", "volunteer", "volunteers", "a volunteer"),
        *("us", "we", "me", "myself", "same", "ditto", "test", "user", "admin", "office"),
        *("desconocido", "desconocida", "se desconoce", "sin nombre", "sin datos", "sin dato"),
        *("nadie", "ninguno", "ninguna", "ningún", "ningÚn", "ningun", "alguien", "cualquiera"),
        *("no sé", "no sÉ", "no se", "no se sabe", "no lo sé", "no lo sÉ", "no lo se", "ns", "n/s"),
        *("no aplica", "no hay", "quién sabe", "quiÉn sabe", "quien sabe", "anónimo", "anÓnimo"),
        *("anonimo", "personal", "el personal", "voluntario", "voluntaria", "voluntarios"),
        *("nosotros", "nosotras", "yo", "igual", "prueba", "usuario", "oficina", "ídem", "Ídem"),
        "idem",
    }
)
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def is_named(asked_by: str | None) -> bool:
    """Whether this says who asked, as a live yes must."""
    return (asked_by or "").strip(EDGES).translate(_SMALL) not in NOBODY
