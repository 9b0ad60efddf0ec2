"""The words, English and Spanish, of what is never kept about a person.

Patterns run over text in lower case without accents. They rather stop too much in a note than
too little: a person then decides. What a business sells or stands next to is let through.
"""

_COUNTRIES = (
    "mexico|el salvador|guatemala|honduras|nicaragua|costa rica|panama|cuba|haiti|jamaica|"
    "dominican republic|republica dominicana|puerto rico|colombia|venezuela|ecuador|peru|bolivia|"
    "chile|argentina|brazil|brasil|paraguay|uruguay|belize|belice|spain|espana|france|germany|"
    "italy|italia|poland|polonia|russia|rusia|ukraine|ucrania|romania|rumania|china|taiwan|"
    "hong kong|japan|japon|korea|corea|south korea|north korea|vietnam|viet nam|cambodia|camboya|"
    "laos|thailand|tailandia|burma|myanmar|birmania|philippines|filipinas|indonesia|malaysia|"
    "india|pakistan|bangladesh|nepal|bhutan|tibet|sri lanka|afghanistan|afganistan|iran|iraq|irak|"
    "syria|siria|lebanon|libano|jordan|palestine|palestina|gaza|israel|yemen|turkey|turquia|"
    "egypt|egipto|morocco|marruecos|algeria|argelia|tunisia|libya|libia|sudan|south sudan|"
    "ethiopia|etiopia|eritrea|somalia|kenya|kenia|uganda|rwanda|ruanda|burundi|congo|drc|tanzania|"
    "nigeria|ghana|senegal|mali|guinea|liberia|sierra leone|cameroon|camerun|togo|angola|"
    "zimbabwe|south africa|uzbekistan|kazakhstan|tajikistan|kyrgyzstan|georgia|armenia|azerbaijan|"
    "central america|centroamerica|south america|sudamerica|latin america|latinoamerica|africa"
)
_REGIONS = (
    "aguascalientes|baja california|campeche|chiapas|chihuahua|coahuila|colima|durango|"
    "guanajuato|guerrero|hidalgo|jalisco|michoacan|morelos|nayarit|nuevo leon|oaxaca|puebla|"
    "queretaro|quintana roo|san luis potosi|sinaloa|sonora|tabasco|tamaulipas|tlaxcala|veracruz|"
    "yucatan|zacatecas|juarez|ciudad juarez|cd juarez|guadalajara|monterrey|tijuana|torreon|"
    "mexico city|ciudad de mexico|cdmx|quetzaltenango|huehuetenango|san marcos|tegucigalpa|"
    "san pedro sula|san salvador|santa ana|chalatenango|managua|havana|la habana|caracas|bogota|"
    "lima|saigon|hanoi|hue|kabul|damascus|damasco|aleppo|baghdad|bagdad|tehran|kathmandu|lhasa|"
    "addis ababa|asmara|mogadishu|kinshasa|goma|port au prince|manila|kyiv|guangdong|fujian|sichuan"
)
_PLACE = rf"(?:the )?(?:{_COUNTRIES}|{_REGIONS})\b"
_NATIONALITY = (
    r"(?:mexic|guatemaltec|salvadoren|hondur|nicaraguens|cuban|haitian|colombian|venezuel|"
    r"venezolan|ecuador|ecuatorian|peruan|peruvian|bolivian|chilen|argentin|brazil|brasil|"
    r"salvador|guatemal|nepal|tibet|chin|vietnam|korean|corean|filipin|indian|pakistan|afghan|"
    r"afgan|iran|iraq|syrian|siri|ethiopian|etiop|eritrean|somal|congol|nigerian|ukrain|ucrani|"
    r"russian|rus|burm|birman|thai|lao|cambod|camboyan)"
    r"(?:an|ans|ian|ians|i|is|ese|o|os|a|as|e|es|ena|eno|enas|enos|ren[oa]s?|itas?|itos?)?\b"
)
_PERSON = (
    r"(?:owners?|he|she|they|family|couple|cook|chef|duen[oa]s?|senora?|familia|pareja|ella|"
    r"ellos|cocinera|barber|woman|man|lady|people|who)"
)
_RELATIVE = (
    r"(?:husband|wife|spouse|partner|kids?|child|children|sons?|daughters?|brothers?|sisters?|"
    r"mother|father|mom|dad|parents|cousins?|uncles?|aunts?|nephews?|nieces?|family|baby|"
    r"boyfriend|girlfriend|grand(?:mother|father|ma|pa|son|daughter|kids|children|parents)|"
    r"in-?laws?|mother-in-law|father-in-law)"
)
_PARIENTE = (
    r"(?:espos[oa]s?|marido|hij[oa]s?|mama|papa|madre|padre|padres|herman[oa]s?|prim[oa]s?|"
    r"ti[oa]s?|cunad[oa]s?|suegr[oa]s?|niet[oa]s?|abuel[oa]s?|familia|novi[oa]|sobrin[oa]s?|bebe|"
    r"ninos|nuera|yerno|pareja)"
)
_FAITH = (
    r"(?:catholics?|protestants?|evangelicals?|baptists?|pentecostals?|mormons?|lds|muslims?|"
    r"moslems?|islamic|jewish|jews?|hindus?|buddhists?|sikhs?|jehovah'?s? witness(?:es)?|"
    r"methodists?|lutherans?|adventists?|atheists?)"
)
_CREYENTE = (
    r"(?:catolic[oa]s?|evangelic[oa]s?|protestantes?|musulman(?:a|as|es)?|judi[oa]s?|budistas?|"
    r"pentecostal(?:es)?|mormon(?:a|as|es)?|testigos? de jehova|ate[oa]s?|adventistas?)"
)
_FAMILY_TRADE = (
    r"(?:restaurants?|recipes?|business|owned|run|style|room|meals?|packs?|dinners?|store)"
)
#: What a word of faith may stand beside: a landmark or goods, which say nothing of the owner.
_LANDMARK = (
    r"(?:church|school|cemetery|charit\w+|cent(?:er|re)|hospital|temple|mosque|community center|"
    r"college|university|deli|bakery|food|books?|bookstore|articles|goods|items|statues?|candles)"
)

IMMIGRATION = (
    r"\b(?:undocumented|indocumentad[oa]s?)\b",
    r"\b(?:no|sin|without|tiene|tienen|has|have|with|con|lacks?|fake|falsos?|legal|his|her|their|"
    r"sus|arregl\w+(?: sus)?) (?:immigration |legal |proper )?(?:papers|papeles)\b",
    r"\b(?:sin|without|no|tiene|no tiene) (?:documentos|documents|legal documents)\b",
    r"\b(?:illegals?|illegally|ilegal(?:es|mente)?|illegal alien|aliens?|mojad[oa]s?|wetbacks?)\b",
    r"\b(?:daca|dapa|dacamented|dreamers?|temporary protected status)\b",
    r"\b(?:asylum|asylees?|asilo(?! de ancianos)|asilad[oa]s?|refugees?|refugiad[oa]s?)\b",
    r"\b(?:green ?cards?|tarjeta verde)\b",
    r"\b(?:permanent|legal|lawful|temporary) residen(?:ts?|ce|cy)\b",
    r"\bresiden(?:tes?|cia) (?:permanentes?|legal(?:es)?|temporal(?:es)?)\b",
    r"\b(?<!senior )(?:citizens?(?! bank)|citizenship|ciudadan[oa]s?|ciudadania|"
    r"naturaliz\w+|nacionalizad[oa]s?)\b",
    r"\b(?:[htuvejlo]-?[12]?[ab]? visas?|visas? [htu]-?[12]?[ab]?|h-?[12][ab]|tourist visas?|"
    r"work visas?|visas? de (?:trabajo|turista)|overstay(?:ed|s|ing)?|expired visas?)\b",
    r"\bvisas?\b(?!\s*(?:card|debit|credit|[,/&+]|and\b|y\b|or\b|o\b|only|accepted|\)|mc\b|master))",
    r"\b(?:work (?:permits?|authori[sz]ation)|permisos? de trabajo)\b",
    r"\b(?:deport(?!iv|es?\b|ista)\w*|removal (?:order|proceedings?))\b",
    r"\b(?:la migra|inmigracion|immigration (?:status|case|court|papers|hearing|hold|judge|"
    r"lawyers?|attorneys?|problems?|issues?|detention|raid|history))\b",
    r"\b(?:migratory status|(?:estatus|estado|situacion|status|caso|tramite) "
    r"(?:migratori[oa]|de migracion|legal))\b",
    r"\b(?:legal status|sin estatus|no (?:legal )?status)\b",
    r"\b(?:crossed (?:the )?(?:border|river|desert)|cruz(?:o|aron) (?:la frontera|el rio|el "
    r"desierto))\b",
    r"\b(?:detained|detention|detenid[oa]s?|humanitarian parole|parolees?)\b",
)
#: Acronyms that are words when they are written small.
IMMIGRATION_CAPITALS = (
    r"\bTPS\b",
    r"\bEAD\b",
    r"\b(?:ICE|USCIS|CBP)\b(?! (?:CREAM|MACHINE|COLD|CUBES|TEA|COFFEE))",
    r"\bI-?(?:130|485|589|765|821D?)\b",
)
ORIGIN = (
    r"\b(?:born|birthplace|native) (?:and raised )?(?:in|of|to|at)\b|\bbirthplace\b",
    r"\bnaci(?:d[oa]s?|o|eron) en\b|\b(?:originari[oa]s?|oriund[oa]s?|procedentes?|"
    r"nativ[oa]s?) de\b",
    r"\b(?:country of origin|pais de origen|lugar de nacimiento|place of birth|nationality|"
    r"nacionalidad|home ?country|homeland|hometown|su pais|her country|his country|"
    r"their country)\b",
    rf"(?<!imported )(?<!products )(?<!goods )(?<!food )(?<!foods )(?<!imports )\bfrom {_PLACE}",
    r"\b(?:originally|family|families|owners?|people|came|comes|come|is|are|was|he'?s|she'?s|"
    r"they'?re|immigrated|emigrated|migrated|moved|arrived|fled) (?:originally )?"
    rf"from (?:a |an |the |rural )?{_PLACE}",
    r"\b(?:immigrated|emigrated|emigr(?:o|aron)|inmigr(?:o|aron)|fled|huy(?:o|eron) de)\b",
    r"\b(?:came|moved|arrived|llego|llegaron|vino|vinieron) (?:here |aqui )?"
    r"(?:to|in|a|de|from) (?:the |los )?(?:us|u\.s\.?|usa|united states|states|america|"
    r"this country|estados unidos|eeuu|ee\.? ?uu\.?|este pais)\b",
    r"\b(?:es|son|era|eran|soy|somos|vin(?:o|ieron)|vienen?|lleg(?:o|aron)|duen[oa]s?|senora?|"
    rf"familia|pareja|gente|ell[ao]s?) (?:originari[oa]s? )?de {_PLACE}",
    rf"\b{_PERSON}(?:'s|'re| is| are| was| were| es| son) (?:a |an |un |una |also |both |tambien )?"
    rf"{_NATIONALITY}",
    rf"\b(?:duen[oa]s?|senora?|familia|pareja|gente) {_NATIONALITY}",
    rf"\b{_NATIONALITY} (?:owners?|family|families|couple|woman|man|lady|guy|immigrants?|people)\b",
)
ID_NUMBER = (
    r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])",
    r"\b(?:ssn|social security|seguro social|numero de seguro|itin|ss ?#)",
    r"\ba-(?:numbers?|num)\b|\ba ?# ?\d|\balien (?:registration )?(?:numbers?|no|#)",
    r"(?<![\w-])a[- #]?\d{8,9}\b|(?<![\w-])a[- #]?\d{3}[- ]\d{3}[- ]\d{3}\b",
    r"\bpassports?\b(?! photos?)|(?<!fotos de )(?<!fotos para )(?<!foto de )(?<!foto para )"
    r"(?<!tamano )\bpasaportes?\b",
    r"\bmatricula consular\b|\bconsular (?:id|card)\b|\bcurp\b",
    r"\bdriver'?s? ?licen[cs]es?\b|\blicencias? de (?:conducir|manejar|manejo)\b|\bdl ?#",
    r"\b(?:id|identification|identificacion) (?:numbers?|no\b|#)|\bnumero de identificacion\b",
    r"\b(?:date of birth|birth ?date|d\.?o\.?b\b|fecha de nacimiento|su cumpleanos|"
    r"(?:his|her|their|owner'?s) birthday)",
)
HOME_ADDRESS = (
    r"\b(?:home|residential) address\b|\bdireccion (?:de (?:su |la )?(?:casa|hogar)|particular)\b"
    r"|\bdomicilio (?:particular|personal)\b",
    r"\blives (?:at|in|on|behind|above|near|with|next|upstairs|across|off|by|there|here)\b",
    rf"\b{_PERSON} (?:also )?live (?:at|in|on|behind|above|near|with|next|upstairs|there|here)\b",
    r"\bviven? (?:en|con|atras|arriba|detras|cerca|junto|al lado|alli?|ahi|aqui)\b",
    r"\b(?:her|his|their|owner'?s) (?:home|house|apartment|apt|trailer|residence) "
    r"(?:is|at|on|address)\b|\bsu casa (?:es|esta|queda)\b",
    r"\b(?:casa|departamento|apartamento|direccion|domicilio) (?:de la|del|de los|de las) "
    r"duen[oa]s?\b",
)
FAMILY = (
    rf"\b(?:her|his|their|my|our|owner'?s?) {_RELATIVE}\b(?![ -]{_FAMILY_TRADE})",
    rf"[a-z]'s (?!family){_RELATIVE}\b",
    r"\b(?:husband|wife|spouse|esposo|esposa|marido|widow(?:ed|er)?|viud[oa]|divorced|"
    r"divorciad[oa]|pregnant|embarazada|single m(?:other|om)|madre soltera|married|casad[oa]s?)\b",
    rf"\b(?:su|sus|mi|mis) {_PARIENTE}\b",
    r"\b(?:has|have|had|tienen?|cuida) (?:a |un |una |\d+ |two |three |four |small |little |young |"
    r"dos |tres |cuatro |varios )*(?:child|ninos|bebe|baby)\b",
    r"(?<!\be )(?<!\by )(?<!& )\bhij[oa]s?\b",
    r"(?<!for )(?<!& )(?<!and )\b(?:kids|children|daughters?)\b(?!'|s'| (?:menu|meals?|clothes|"
    r"clothing|welcome|friendly|eat|area|play\w*|toys|books|shoes|classes|haircuts?|cuts?))",
    r"\b(?:owner|duen[oa]) (?:and|y|&) (?:\w+ )?(?:son|daughter|hij[oa]|brother|sister)\b",
)
EMPLOYEES = (
    r"\b(?:employees?|workers?|emplead[oa]s?|trabajador(?:a|as|es)?|coworkers?|employs)\b",
    r"\b(?:works?|worked|working) (?:there|here|for (?:her|him|them))\b",
    r"\btrabajan? (?:ahi|aqui|alli|alla|para (?:ella|el|ellos))\b",
    r"\b(?:has|have|tiene|tienen|with|con) (?:a )?(?:\d+|two|three|four|five|six|dos|tres|cuatro|"
    r"cinco|seis|several|varios) (?:people working|staff|cooks|cocineros|meseros|meseras|waiters|"
    r"personas trabajando)\b",
)
RELIGION = (
    rf"(?<!iglesia )(?<!escuela )(?<!comida )(?<!restaurante )\b{_FAITH}\b(?! {_LANDMARK})",
    rf"(?<!iglesia )(?<!escuela )(?<!colegio )(?<!templo )(?<!centro )"
    rf"(?<!cementerio )\b{_CREYENTE}\b",
    rf"\b(?:is|are|very|devout|family|they'?re|he'?s|she'?s|born-again|owners?|a) christians?\b"
    rf"(?! {_LANDMARK})|\b(?:es|son|muy|familia) cristian[oa]s?\b",
    r"\breligi(?:on|ones|ous|os[oa]s?)\b(?! (?:articles|goods|items|candles|books|art))"
    r"(?<!articulos religiosos)(?<!velas religiosas)(?<!libros religiosos)",
    r"\b(?:goes|go|going) to (?:church|mass)\b|\b(?:va|van) a (?:la )?(?:misa|iglesia|mezquita)\b",
    r"\b(?:belongs? to|attends?|members? of|prays? at|asisten? a|pertenecen? a|miembros? de|"
    r"rezan? en) (?:the |our |a |la |el |una |st\.? )?(?:\w+ )?(?:church|mass|mosque|temple|"
    r"synagogue|parish|congregation|misa|iglesia|mezquita|templo|sinagoga|parroquia|congregacion)\b",
)

#: So plain that they mean a person even in a shop's name ("Dreamers Café" is a café).
IN_NAMES = {
    "immigration": (
        r"\b(?:undocumented|indocumentad[oa]s?)\b",
        r"\b(?:no|sin|without) (?:immigration |legal )?(?:papers|papeles|documentos|documents)\b",
        r"\b(?:deported|deportad[oa]s?|overstayed|here illegally)\b",
        r"\b(?:asylum (?:seekers?|case)|green ?card holders?|work permits?|permisos? de trabajo|"
        r"expired visas?|visas? (?:expired|vencidas?))\b",
    ),
    "id_number": (
        r"(?:\b(?:ssn|itin|social security|seguro social)\b:? ?#? ?)?"
        r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])",
        r"\b(?:ssn|itin)\b",
        r"(?<![\w-])a[- #]?\d{8,9}\b|(?<![\w-])a[- #]?\d{3}[- ]\d{3}[- ]\d{3}\b",
    ),
}
IN_NAMES_CAPITALS = (r"\b(?:TPS|DACA|USCIS)\b",)
#: What leads up to them: "the owner is ...", "la dueña está ...".
LEADING_UP = (
    r"(?:\b(?:the |la |el |los |las )?(?:owners?|duen[oa]s?|she|he|they|ell[oa]s?|who|famil\w+) )?"
    r"(?:\b(?:is|are|was|were|has|have|on|es|son|esta|estan|tienen?|fue|fueron|con|with) ){0,4}"
)

#: Where no word of a text starts with one of these (four letters), no pattern above can match:
#: most notes need no more than a look at their words.
_STARTS = (
    "undo indo pape docu ille ileg alie moja wetb daca dapa drea asyl asil refu card gree "
    "tarj lega resi citi ciud natu naci visa over depo remo migr inmi immi stat esta cros "
    "cruz deta dete huma paro born birt nati orig oriu proc coun pais home came move arri "
    "lleg vino vini vien fled huyo huye emig secu segu itin pass pasa matr cons curp lice "
    "iden cump hous domi live vive casa hoga depa apar apt trai husb wife spou part kid kids "
    "chil son sons daug brot sist moth mom fath dad pare cous uncl aunt neph niec fami baby "
    "boyf girl gran laws inla espo mari hijo hija mama papa madr padr herm prim tio tia tios "
    "tias cuna sueg niet abue novi sobr bebe nino nuer yern wido viud divo preg emba marr "
    "sing solt empl work trab cowo staf cook coci mese wait peop pers cath prot evan bapt "
    "pent morm lds musl mosl musu isla jew jewi jews hind budd sikh jeho meth luth adve athe "
    "cato judi budi test ateo atea ates chri cris reli chur mass mosq temp syna cong misa "
    "igle mezq sina pari parr ssn dob drc hue guat salv hond nica hait colo vene ecua peru "
    "boli chin arge braz bras nepa tibe viet kore core fili indi paki afgh afga iran iraq "
    "syri siri ethi etio erit soma nige ukra ucra russ burm birm thai camb cuba mexi ana rus "
    "lao driv duen law "
)
STARTS = frozenset(
    [start[:4] for start in _STARTS.split()]
    + [word[:4] for word in f"{_COUNTRIES}|{_REGIONS}".replace("|", " ").split() if len(word) > 3]
    + [stem + letter for stem in ("rus", "lao") for letter in "aeior"]
)
#: Words that start so too, are in many notes, and are in no pattern without another start.
INNOCENT = frozenset(
    ("center", "central", "counter", "county", "green", "santa", "city", "costa", "port", "south",
     "north", "nuevo", "baja", "over", "state", "station", "esta", "estan", "party", "part", "pass",
     "agua", "michaels", "portales", "panaderia", "panaderias")
)  # fmt: skip
#: What no word gives away: an SSN, an A-number, "#", "d.o.b", "H-2A", "U.S.", "DL".
SIGNS = (
    r"\d{3}[- ]\d\d[- ]\d{4}|\ba[- #]?\d{3}|#|\bd\.?o\.?b|\ba-n|\bh-?[12][ab]|\bu\.?s|\bee\.? ?uu"
    r"|\bd ?l\b|\bid\b"
)
