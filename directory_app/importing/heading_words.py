"""Phrases above columns of which a cell is split, folded, by what they mean; see headings.VIRTUAL.

Those of single fields stand in model/fields.py.
"""

#: Field to its English headings, with strokes between them.
EN: dict[str, str] = {
    "what_they_sell": "what they sell|what do they sell|what they offer|what do they offer|"
    "what they make|what we sell|what they have|what does the business sell|"
    "what do you sell|what does it sell|sells|products|product|description|"
    "what they do|type of food|goods|specialty|specialties|offerings|services|what|kind|"
    "kind of business|products services|what it is|what kind|menu|about|items|"
    "sells what|goods sold|products sold|what is sold|items sold",
    "address": "address|full address|complete address|location|business address|where|"
    "physical address|mailing address|addr|where they are|where is it|"
    "full street address|location address|address location|bus address",
    "directions": "directions|how to find it|how to get there|cross street|cross streets|"
    "landmark|find it|nearest corner|corner|how to find|intersection",
    "coordinates": "coordinates|lat lon|lat long|lat lng|gps|gps coordinates|latitude longitude|"
    "coords|geo|lat and long|pin",
    "phone": "phone|phone number|telephone|tel|phone no|business phone|phone 1|phone1|phone 2|"
    "phone2|phone 3|telephone number|main phone|phones|other phone|second phone|phone number 2|"
    "work phone|call|phone s|alt phone|alternate phone|contact phone|contact number|"
    "store phone|phone numbers|number|phone number 1|ph|number to call|business phone number|"
    "contact no|landline|bus phone|phone tel|tel no",
    "cell": "cell|cell phone|mobile|mobile phone|cellphone|cell number|text number|mobile number|"
    "cell text|cell mobile|text",
    "fax": "fax|fax number",
    "whatsapp": "whatsapp|whats app|wa|whatsapp number|whats|whatsapp text",
    "website_or_social": "website facebook|website|web site|url|web|web page|webpage|site|"
    "social media|facebook|fb|instagram|ig|social|link|links|website social|online|homepage|"
    "website or facebook|facebook page|facebook instagram|web address|tiktok|website social media|"
    "home page|website url|web social|find them online|"
    "instagram handle|ig handle|facebook handle|social media handle|handle",
    "hours": "hours|opening hours|open hours|business hours|hours of operation|open|schedule|"
    "when open|hours open|times|open times|store hours|hrs|opening times|operating hours|"
    "when are they open|hours open closed|"
    "open when|hours of business|business hrs",
    "hours_days": "days|days open|open days|day|which days",
    "hours_mo": "monday|mon|monday hours",
    "hours_tu": "tuesday|tue|tues|tuesday hours",
    "hours_we": "wednesday|wed|wednesday hours",
    "hours_th": "thursday|thu|thur|thurs|thursday hours",
    "hours_fr": "friday|fri|friday hours",
    "hours_sa": "saturday|sat|saturday hours",
    "hours_su": "sunday|sun|sunday hours",
    "hours_note": "hours note|hours notes|note on hours|hours comments|hours remarks",
    "ok_to_print": "ok to print|ok to print yn|okay to print|ok print|print ok|permission|consent|"
    "permission to print|may we print|can we print|can we list|can we list them|ok to list|"
    "ok|ok to publish|okay to list|consent to print|consent given|permission given|"
    "agreed|approved to print|print|print permission|permission to list|said yes|"
    "ok to put in guide|ok to print in guide|yes or no|listing ok|ok y n|ok to include|"
    "agrees to be listed|wants to be listed|want to be listed|ok to print y n|print y n|"
    "permission y n|consent y n|consent yes no|permission yes no|did they say yes|"
    "can we include them|include in guide|ok to share in guide|owner ok|owner said yes|"
    "ok to be listed|ok for print|ok for guide|ok for printed guide|permission obtained|"
    "publish|publish y n|yes no print|y n print",
    "ok_map": "ok to map|ok for map|map ok|ok to put on map|ok on map|consent to map",
    "ok_web": "ok for web|web ok|ok for website|ok on website|ok to put online|consent to web",
    "ok_share": "ok to share|share ok|ok to share with others|consent to share",
    "asked_by_when": "who asked when|who asked and when|asked by when|asked|who when|"
    "asked by date|who asked date|asked by on|when who asked|contacted|who asked how when|"
    "permission by when|consent details|who and when|asked by and date|asked by and when",
    "asked_by": "who asked|asked by|who|permission by|consent by|volunteer|canvasser|"
    "contacted by|collected by|spoke with them|staff|outreach worker|surveyor|recorded by|"
    "asker|our contact|permission taken by|consent taken by|permission asked by|interviewer",
    "asked_on": "date asked|asked on|when asked|date of permission|consent date|permission date|"
    "date|when|date of consent|asked date|date contacted|date ok|contact date|date of visit|"
    "date obtained|permission asked on|visit date|asked when|date of contact",
    "asked_how": "how asked|method|how|asked how|consent method|contact method|how contacted|"
    "by phone or in person|in person or phone",
    "note": "notes|note|comments|comment|remarks|other|misc|details|other info|more info|"
    "additional info|additional notes|internal notes|anything else|extra|memo|"
    "other notes|staff notes|additional comments",
    # the last ones are those of our own exports; answers among them are no answers to us
    "ignore": "row|no|id|line|row number|num|timestamp|entry id|record id|row id|index|"
    "puertas code|puertas run|use by|checked on|puertas print|puertas map|puertas web|"
    "puertas share|puertas look up|puertas review|puertas place|puertas assumed",
}
#: Field to its Spanish headings.
ES: dict[str, str] = {
    "what_they_sell": "giro|que venden|que vende|productos|descripcion|giro del negocio|venden|"
    "vende|que hacen|que ofrece|que ofrecen|especialidad|especialidades|servicios|"
    "productos y servicios|productos o servicios|actividad|ramo|a que se dedica|mercancia|"
    "a que se dedican|oferta|menu",
    "address": "direccion completa|direccion|domicilio|ubicacion|donde|domicilio completo|"
    "direccion del negocio|donde estan|donde esta|donde queda|direccion fisica|"
    "domicilio comercial|dir|direc|direccion del local",
    "directions": "como llegar|indicaciones|referencias|referencia|senas|entre calles|esquina|"
    "como encontrarlo",
    "coordinates": "coordenadas|ubicacion gps|latitud longitud|latitud y longitud",
    "phone": "telefono|telefonos|numero de telefono|tel|telefono 1|telefono 2|telefono s|"
    "telefono del negocio|otro telefono|num telefono|no de telefono|telefono fijo|"
    "segundo telefono|numero telefonico|numero|"
    "telefono de contacto|numero tel|tel fijo",
    "cell": "celular|movil|cel|telefono celular|telefono movil|numero de celular",
    "fax": "",
    "whatsapp": "numero de whatsapp|wasap|guasap",
    "website_or_social": "sitio web|pagina web|pagina|redes sociales|pagina de internet|redes|"
    "sitio|enlace|internet|pagina de facebook|pagina web facebook|sitio web facebook|"
    "pagina o facebook|red social|pagina facebook|sitio web redes|web o facebook|"
    "sitio de internet|pagina de fb|redes sociales o pagina",
    "hours": "horario|horarios|horas|horario de atencion|abierto|horas de atencion|"
    "horario de servicio|cuando abren|a que hora abren|horas de servicio|hora|abre|"
    "horas de operacion|horario de trabajo|dias y horas|dias y horario|dias horario",
    "hours_days": "dias|dias abiertos|dias que abren|dias de atencion|dias de servicio",
    "hours_mo": "lunes|lun",
    "hours_tu": "martes|mar",
    "hours_we": "miercoles|mie",
    "hours_th": "jueves|jue",
    "hours_fr": "viernes|vie",
    "hours_sa": "sabado|sab",
    "hours_su": "domingo|dom",
    "hours_note": "nota de horario|nota del horario|notas de horario",
    "ok_to_print": "permiso para imprimir|permiso|autorizacion|se puede imprimir|autoriza|"
    "consentimiento|ok para imprimir|acepta|acepta aparecer|quiere aparecer|podemos imprimir|"
    "imprimir|dio permiso|da permiso|de acuerdo|autoriza imprimir|acepto|permiso imprimir|"
    "puede imprimirse|podemos listar|permiso para publicar|permiso si no|acepta imprimir|"
    "autoriza impresion|permiso para aparecer|dijo que si|esta de acuerdo|impresion|"
    "autorizacion para imprimir|consentimiento para imprimir|permiso de imprimir|"
    "publicar",
    "ok_map": "permiso para mapa|permiso para el mapa|ok para mapa",
    "ok_web": "permiso para internet|permiso para web|permiso para la web|ok para web",
    "ok_share": "permiso para compartir|ok para compartir",
    "asked_by_when": "quien pregunto cuando|quien pregunto y cuando|pregunto cuando|"
    "quien cuando|quien y cuando|preguntado por fecha|quien pregunto fecha|quien lo pidio cuando|"
    "quien pidio cuando|quien pidio permiso y cuando|quien pidio permiso cuando|"
    "quien pregunto y fecha|"
    "pregunto fecha|pregunto y fecha",
    "asked_by": "quien pregunto|preguntado por|quien|pregunto|persona que pregunto|voluntario|"
    "voluntaria|contactado por|quien pidio permiso|promotor|promotora|quien pidio|"
    "quien lo pidio|encuestador|pidio permiso|solicitado por|preguntada por|"
    "visito|quien visito",
    "asked_on": "fecha|cuando|fecha de permiso|fecha del permiso|fecha de consentimiento|"
    "fecha en que se pregunto|fecha de visita|fecha de contacto|cuando se pregunto|"
    "fecha pregunto|dia en que se pregunto|fecha de autorizacion|cuando pregunto",
    "asked_how": "como|metodo|como se pregunto|medio|forma de contacto",
    "note": "notas|nota|comentarios|comentario|observaciones|otros|otro|detalles|mas informacion|"
    "observacion|informacion adicional|"
    "otras notas|notas internas|notas adicionales",
    "ignore": "num|renglon|fila|folio|marca temporal|numero de fila",
}
#: Headings about a person. They look like a business's own field and are not.
PERSON = (
    "first name|last name|owner|owner name|contact|contact name|contact person|manager|"
    "full name|surname|your name|given name|person|name of owner|owners name|family name|"
    "middle name|owner first name|owner last name|spoke to|talked to|who to ask for|"
    "apellido|apellidos|dueno|duena|propietario|propietaria|encargado|encargada|gerente|contacto|"
    "nombre del dueno|nombre de la duena|nombre del propietario|nombre de contacto|"
    "nombre del contacto|nombre de pila|nombre del encargado|primer nombre|nombre completo|"
    "nombre y apellido|quien dio permiso|permission given by|given by|who gave permission|"
    "who gave consent|quien autorizo|quien acepto|who agreed|who said yes|"
    "quien dijo que si|consent given by|"
    "owner phone|owner email|telefono del dueno|correo del dueno|persona"
)
