"""Words of street names: kinds of street, directions, ordinals, and the designators of roads.

The kinds are USPS Publication 28 appendix C1, with the Spanish ones that TIGER/Line writes
before a name (its documentation, appendix D). Each line is the key, then what people write.
"""

_KINDS = """
aly=alley allee ally alleyway callejon cjon
anx=anex annex annx
arc=arcade
ave=avenue av aven avenu avn avnue avenida avda avnda
bch=beach
bnd=bend
blf=bluff
blvd=boulevard boul boulv bl bulevar blvrd
br=branch brnch
brg=bridge brdge puente
brk=brook
byp=bypass bypa bypas
byu=bayou bayoo
calle=cll
camino=cam cmno cno
cp=camp
cyn=canyon canyn cnyn
cswy=causeway causwa
cerrada=cer
ctr=center cent centr centre cntr centro
chase=
cir=circle circ circl crcl crcle circulo
clf=cliff
cmn=common
cor=corner
corte=
crse=course
ct=court crt
cts=courts
cv=cove
crk=creek
cres=crescent crsent crsnt
xing=crossing crssng
xrd=crossroad
curv=curve
dm=dam
dr=drive driv drv dri
entrada=
est=estate
ests=estates
expy=expressway exp expr express expw
ext=extension extn extnsn
fall=
fls=falls
fry=ferry
fld=field
flds=fields
frst=forest
frg=forge
frk=fork
fwy=freeway freewy frway frwy
gdn=garden gardn
gdns=gardens
gtwy=gateway
gln=glen
grn=green
grv=grove
hbr=harbor
hvn=haven
hts=heights ht
hwy=highway hiway highwy hway hiwy carretera carr
hl=hill
hls=hills
holw=hollow
is=island
isle=
jct=junction
knl=knoll
knls=knolls
lk=lake
lks=lakes
lndg=landing
ln=lane
lgt=light
lf=loaf
ldg=lodge
loop=loops
mall=
mnr=manor
mdw=meadow
mdws=meadows
mews=
ml=mill
mls=mills
mtn=mountain mntn
nck=neck
orch=orchard
oval=
park=prk parque
pkwy=parkway parkwy pky pkway
paseo=pso
pass=
psge=passage
path=
pike=
pne=pine
pl=place
pln=plain
plns=plains
plz=plaza plza
pt=point punta
prt=port
pr=prairie
privada=priv
rnch=ranch rancho rncho
rpd=rapid
rst=rest
rdg=ridge
riv=river
rd=road
rds=roads
row=
run=
shr=shore
spg=spring
spgs=springs
spur=
sq=square sqr squ
sta=station
strm=stream
st=street str strt stree
smt=summit
ter=terrace terr
trce=trace
trak=track
trl=trail
trwy=thruway
tunl=tunnel
tpke=turnpike trnpk turnpk
un=union
vly=valley
vis=vista vst
vlg=village villg
via=
vl=ville
walk=
way=wy
wls=wells
"""
#: What a word for a kind of street is in a key: "avenida" and "av" are "ave".
KIND: dict[str, str] = {}
#: A kind spelt out in English or as it stands, for comparing letters.
SPELT: dict[str, str] = {}
for _line in _KINDS.split():
    if "=" in _line:
        _key, _, _first = _line.partition("=")
        KIND[_key] = _key
        SPELT[_key] = _first or _key
        KIND.setdefault(SPELT[_key], _key)
    else:
        KIND[_line] = _key
for _key in ("calle", "camino", "paseo", "privada", "cerrada"):
    SPELT[_key] = _key

#: Kinds that are also everyday words of names: "Lake Street", "Park Avenue", "Mountain Rd".
#: They end a name only where something stands before them.
FIRST_KINDS = frozenset(
    ("ave", "calle", "camino", "cerrada", "corte", "paseo", "privada", "via", "entrada", "plz",
     "rd", "hwy", "vis", "cir", "aly", "blvd")
)  # fmt: skip
#: Of these, those that begin a Spanish name and may be followed by it and then a number.
SPANISH_KINDS = frozenset(
    ("calle", "camino", "cerrada", "corte", "paseo", "privada", "via", "entrada")
)

DIRECTION = {
    "n": "n", "north": "n", "no": "no", "norte": "n", "nth": "n",
    "s": "s", "south": "s", "sur": "s", "sth": "s", "so": "so",
    "e": "e", "east": "e", "este": "e", "oriente": "e", "ote": "e",
    "w": "w", "west": "w", "oeste": "w", "poniente": "w", "pte": "w",
    "ne": "ne", "northeast": "ne", "noreste": "ne", "noroeste": "nw",
    "nw": "nw", "northwest": "nw", "se": "se", "southeast": "se", "sureste": "se",
    "sudeste": "se", "sw": "sw", "southwest": "sw", "suroeste": "sw", "sudoeste": "sw",
}  # fmt: skip
del DIRECTION["no"], DIRECTION["so"]
DIRECTIONS = frozenset(DIRECTION.values())

_ONES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
#: Ordinals in words, in English and Spanish, to their digits.
ORDINAL: dict[str, str] = {
    word: str(number)
    for word, number in (
        *_ONES.items(),
        ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50),
        ("sixtieth", 60), ("seventieth", 70), ("eightieth", 80), ("ninetieth", 90),
        ("primera", 1), ("primero", 1), ("primer", 1), ("segunda", 2), ("segundo", 2),
        ("tercera", 3), ("tercero", 3), ("tercer", 3), ("cuarta", 4), ("cuarto", 4),
        ("quinta", 5), ("quinto", 5), ("sexta", 6), ("sexto", 6), ("septima", 7),
        ("septimo", 7), ("octava", 8), ("octavo", 8), ("novena", 9), ("noveno", 9),
        ("decima", 10), ("decimo", 10),
    )
}  # fmt: skip
#: "twenty" before "first" makes 21; alone it is a word.
TENS = _TENS
ONES = {word: number for word, number in _ONES.items() if number < 10}

#: Words with one meaning in any name. "st" and "dr" are settled by where they stand.
WORD = {
    "ft": "fort", "mt": "mount", "gen": "general", "gral": "general", "sgt": "sergeant",
    "cpl": "corporal", "capt": "captain", "cap": "captain", "pres": "president",
    "gov": "governor", "hno": "hermano", "sra": "senora", "sr": "senor", "sto": "santo",
    "sta": "santa", "univ": "university", "intl": "international", "natl": "national",
    "co": "county", "mlk": "martin luther king", "wm": "william", "jct": "junction",
}  # fmt: skip
STATE_CODES = (
    "al|ak|az|ar|ca|co|ct|dc|de|fl|ga|hi|ia|id|il|in|ks|ky|la|ma|md|me|mi|mn|mo|ms|mt|nc|nd|ne|"
    "nh|nj|nm|nv|ny|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|va|vt|wa|wi|wv|wy"
)
