"""Languages: BCP 47 code (the shortest), English, Spanish, and other spellings.

Codes are from the IANA language subtag registry. The other spellings are the language's own
name, its speakers' own spellings and what people mistype.
"""

#: code|English|Spanish|other spellings, with commas
TABLE = """
es|Spanish|español|castellano, castilian, espanol, spanich, spainish, esp, sp, span
en|English|inglés|ingles, inglish, englsh, eng, ing
ar|Arabic|árabe|العربية, عربي, arab, arabe, arabic (iraqi), iraqi arabic, egyptian arabic
zh|Chinese|chino|中文, 汉语, 漢語, 华语, mandarin, mandarin chinese, mandarín, putonghua, 國語
yue|Cantonese|cantonés|廣東話, 广东话, 粵語, cantonese chinese
nan|Taiwanese|taiwanés|hokkien, min nan, 台語, fujianese
vi|Vietnamese|vietnamita|tiếng việt, tieng viet, vietnamise, viet
ko|Korean|coreano|한국어, 한국말
ja|Japanese|japonés|日本語
tl|Tagalog|tagalo|filipino, pilipino, wikang tagalog
ilo|Ilocano|ilocano|ilokano
ceb|Cebuano|cebuano|bisaya, visayan
th|Thai|tailandés|ไทย, ภาษาไทย
lo|Lao|lao|ລາວ, laotian, laosiano
km|Khmer|jemer|ខ្មែរ, ភាសាខ្មែរ, cambodian, camboyano
my|Burmese|birmano|မြန်မာ, မြန်မာဘာသာ, myanmar
ksw|S'gaw Karen|karen s'gaw|karen, sgaw karen, s gaw karen
kac|Jingpho|jingpo|kachin
cnh|Hakha Chin|chin hakha|hakha, chin
rhg|Rohingya|rohinyá|rohinya
hmn|Hmong|hmong|hmoob
mn|Mongolian|mongol|монгол
id|Indonesian|indonesio|bahasa indonesia
ms|Malay|malayo|bahasa melayu
ne|Nepali|nepalí|नेपाली, nepalese, napali, nepales
bo|Tibetan|tibetano|བོད་ཡིག, བོད་སྐད, tibetian
dz|Dzongkha|dzongkha|རྫོང་ཁ, bhutanese
new|Newar|newarí|newari, nepal bhasa
hi|Hindi|hindi|हिन्दी, हिंदी
ur|Urdu|urdu|اردو
pa|Punjabi|panyabí|ਪੰਜਾਬੀ, panjabi, penjabi
bn|Bengali|bengalí|বাংলা, bangla
gu|Gujarati|guyaratí|ગુજરાતી, gujrati
mr|Marathi|maratí|मराठी
ta|Tamil|tamil|தமிழ்
te|Telugu|telugu|తెలుగు
kn|Kannada|canarés|ಕನ್ನಡ
ml|Malayalam|malayalam|മലയാളം
si|Sinhala|cingalés|සිංහල, sinhalese
sd|Sindhi|sindhi|سنڌي
ps|Pashto|pastún|پښتو, pushto, pashtu, pashtun
fa|Persian|persa|فارسی, farsi, parsi
prs|Dari|darí|دری, afghan persian
tg|Tajik|tayiko|тоҷикӣ
uz|Uzbek|uzbeko|oʻzbek, o'zbekcha
kk|Kazakh|kazajo|қазақ
ky|Kyrgyz|kirguís|кыргызча
ug|Uyghur|uigur|ئۇيغۇرچە, uighur
ku|Kurdish|kurdo|kurdî, کوردی, kurmanji, sorani
tr|Turkish|turco|türkçe
az|Azerbaijani|azerí|azərbaycan, azeri
he|Hebrew|hebreo|עברית
syr|Syriac|siríaco|assyrian, asirio, chaldean, aramaic, neo-aramaic
hy|Armenian|armenio|հայերեն
ka|Georgian|georgiano|ქართული
am|Amharic|amárico|አማርኛ, amarico, amaric, amarigna, ethiopian
ti|Tigrinya|tigriña|ትግርኛ, tigrigna, tigriyna
om|Oromo|oromo|afaan oromo, oromiffa
so|Somali|somalí|soomaali, af soomaali
aa|Afar|afar|afaraf
sw|Swahili|suajili|kiswahili, swahilli, suahili
rw|Kinyarwanda|kiñaruanda|ikinyarwanda
rn|Kirundi|kirundi|ikirundi, rundi
ln|Lingala|lingala|lingála
kg|Kongo|kongo|kikongo
lg|Ganda|luganda|luganda
yo|Yoruba|yoruba|yorùbá
ig|Igbo|igbo|ibo
ha|Hausa|hausa|haoussa
ff|Fula|fula|fulani, fulah, pulaar
wo|Wolof|wólof|wollof
bm|Bambara|bambara|bamanankan
mnk|Mandinka|mandinga|mandingo
tw|Twi|twi|akan, ashanti
ee|Ewe|ewé|eʋegbe
din|Dinka|dinka|thuɔŋjäŋ
nus|Nuer|nuer|thok naath
zu|Zulu|zulú|isizulu
xh|Xhosa|xhosa|isixhosa
sn|Shona|shona|chishona
af|Afrikaans|afrikáans|afrikans
mg|Malagasy|malgache|malagasi
kea|Cape Verdean|caboverdiano|cape verdean creole, kriolu, kabuverdianu
fr|French|francés|français, frances
ht|Haitian Creole|criollo haitiano|kreyòl, kreyol, kreyòl ayisyen, creole, haitian, criollo
pt|Portuguese|portugués|português, portugues, brazilian, brazilian portuguese
it|Italian|italiano|italian
ro|Romanian|rumano|română, romana
de|German|alemán|deutsch
nl|Dutch|neerlandés|nederlands, holandés
el|Greek|griego|ελληνικά
sq|Albanian|albanés|shqip
bs|Bosnian|bosnio|bosanski
hr|Croatian|croata|hrvatski
sr|Serbian|serbio|српски, srpski
mk|Macedonian|macedonio|македонски
bg|Bulgarian|búlgaro|български
sl|Slovenian|esloveno|slovenščina
cs|Czech|checo|čeština
sk|Slovak|eslovaco|slovenčina
pl|Polish|polaco|polski
hu|Hungarian|húngaro|magyar
lt|Lithuanian|lituano|lietuvių
lv|Latvian|letón|latviešu
et|Estonian|estonio|eesti
fi|Finnish|finés|suomi
sv|Swedish|sueco|svenska
da|Danish|danés|dansk
nb|Norwegian|noruego|norsk, bokmål
is|Icelandic|islandés|íslenska
ga|Irish|irlandés|gaeilge
yi|Yiddish|yidis|ייִדיש, yídish
ru|Russian|ruso|русский
uk|Ukrainian|ucraniano|українська, ukranian
be|Belarusian|bielorruso|беларуская
ca|Catalan|catalán|català
eu|Basque|euskera|euskara, vasco
gl|Galician|gallego|galego
quc|K'iche'|k'iche'|quiche, quiché, kiche, k iche
mam|Mam|mam|qyol mam
kjb|Q'anjob'al|q'anjob'al|kanjobal, qanjobal, q anjob al, kanjobal maya, canjobal
kek|Q'eqchi'|q'eqchi'|kekchi, kekchí, qeqchi, q eqchi
cak|Kaqchikel|kaqchikel|cakchiquel, kaqchiquel
ixl|Ixil|ixil|ixhil
acr|Achi|achí|achi'
poc|Poqomam|poqomam|pocomam
poh|Poqomchi'|poqomchi'|pocomchi, pocomchí
tzj|Tz'utujil|tz'utujil|tzutujil, tzutuhil
jac|Popti'|popti'|jakaltek, jacalteco, popti
chf|Chontal of Tabasco|chontal de Tabasco|yokot'an
chj|Chuj|chuj|koti'
akl|Aklanon|aclano|aklan
caa|Ch'orti'|ch'orti'|chorti, chortí
agu|Awakatek|awakateko|aguacateco, awakateko
knj|Akatek|akateko|acateco, akateko
yua|Yucatec Maya|maya yucateco|maya, mayan, yucateco, maaya t'aan
tzo|Tzotzil|tsotsil|bats'i k'op
tzh|Tzeltal|tseltal|bats'il k'op
ctu|Ch'ol|ch'ol|chol
toj|Tojolabal|tojolabal|tojolab'al
nah|Nahuatl|náhuatl|nahuat, nawatl, mexicano, náhuatl clásico
mix|Mixtec|mixteco|tu'un savi, mixteca, mixteco bajo, mixteco alto
zap|Zapotec|zapoteco|diidxazá, zapoteca
trc|Triqui|triqui|trique, copala triqui
amu|Amuzgo|amuzgo|ñomndaa
mmc|Mazahua|mazahua|jñatjo
mau|Mazatec|mazateco|huautla mazatec
mir|Mixe|mixe|ayuuk, ayuujk
oto|Otomi|otomí|hñähñu, ñañu
tsz|Purepecha|purépecha|tarasco, purhépecha, p'urhépecha
tar|Rarámuri|rarámuri|tarahumara
hch|Huichol|huichol|wixárika
top|Totonac|totonaco|totonaca
hus|Huastec|huasteco|teenek, tenek
tpp|Tepehua|tepehua|tepehuas
yaq|Yaqui|yaqui|hiaki
nv|Navajo|navajo|diné bizaad, dine, diné, navaho
tew|Tewa|tewa|tewa pueblo
tix|Southern Tiwa|tiwa del sur|isleta
twf|Northern Tiwa|tiwa del norte|taos
kjq|Western Keres|keres occidental|acoma, laguna keres
kee|Eastern Keres|keres oriental|keres, keresan
tow|Jemez|jemez|towa
zun|Zuni|zuñi|shiwi'ma
apj|Jicarilla Apache|apache jicarilla|jicarilla
apm|Mescalero Apache|apache mescalero|mescalero
hop|Hopi|hopi|hopilavayi
cab|Garifuna|garífuna|garinagu
miq|Miskito|misquito|mískito
qu|Quechua|quechua|runasimi, kichwa, quichua
ay|Aymara|aimara|aymar aru
gn|Guarani|guaraní|avañe'ẽ
arn|Mapuche|mapuche|mapudungun
jam|Jamaican Patois|patois jamaicano|patois, patwa, jamaican creole
haw|Hawaiian|hawaiano|ʻōlelo hawaiʻi
sm|Samoan|samoano|gagana samoa
to|Tongan|tongano|lea faka-tonga
mh|Marshallese|marshalés|kajin m̧ajeļ
chk|Chuukese|chuukés|trukese
fj|Fijian|fiyiano|vosa vakaviti
ch|Chamorro|chamorro|chamoru
rom|Romani|romaní|romany, romanes
ase|American Sign Language|lengua de señas americana|asl, sign language, lengua de señas
mfs|Mexican Sign Language|lengua de señas mexicana|lsm
"""
