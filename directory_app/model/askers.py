"""Who asked: a name, and not words for nobody.

"unknown" in the column of who asked is no asker, so a yes with it is kept and not live. A name has
at least one word that is no such word, no article and no number, however it is written: "STAFF",
"n / a", "un voluntario", with letters of another script that look alike. SQL asks this very
function (store/hold.py).
"""

from functools import lru_cache

from directory_app.model import never_text

#: What names nobody, word for word as ``never_text`` spells them: small letters, no accents.
_NOBODY = """
na nd sd ns tbd tba tbc none null nil unknown unk unkown unknow uknown not known nobody nobodys no
noone one anonymous anon someone somebody anybody anyone everyone everybody whoever who some any
other others another else sure dont does didnt know knows remember idk dk idea missing blank empty
pending later various several many same ditto idem test name names unnamed unspecified yes ok
x xx xxx
desconocido desconocida desconocidos desconoce desconocemos se sin nombre nombres dato datos nadie
ninguno ninguna ningun alguien alguno alguna algun cualquiera cualquier sabe sabemos saben recuerda
recuerdo quien lo aplica hay anonimo anonima igual mismo misma prueba pendiente varios varias otro
otra otros otras si
staff volunteer volunteers person persons people member members team teams group coalition committee
crew worker workers employee employees intern interns helper office admin administrator user us we
me my myself our ours they them he she him her
personal voluntario voluntaria voluntarios voluntarias persona personas gente miembro miembros
equipo equipos grupo coalicion comite trabajador trabajadora trabajadores empleado empleada
empleados ayudante oficina administrador administradora usuario usuaria nosotros nosotras yo nuestro
nuestra ellos ellas
"""
#: What stands beside such words; alone it may be a name or an initial.
_BESIDE = """
a an the of from by at in on for to with and or i it is was do d n s
el la los las un una unos unas de del por en con y o que al mas
"""
_ALONE = frozenset(_NOBODY.split())
_AMONG_OTHERS = _ALONE | frozenset(_BESIDE.split())
#: Letters that show nothing (Hangul fillers).
_NOTHING = "\u115f\u1160\u3164\uffa0"


@lru_cache(4096)
def is_named(asked_by: str | None) -> bool:
    """Whether this says who asked, as a live yes must."""
    words = [one.word.strip(_NOTHING) for one in never_text.tokens(asked_by or "")]
    nobody = _ALONE if len(words) == 1 else _AMONG_OTHERS
    return any(word not in nobody and any(map(str.isalpha, word)) for word in words)
