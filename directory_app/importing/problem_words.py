"""A sentence in English and Spanish for every problem that an import finds.

The codes are data (in Problem.code); sentences never quote a cell.
"""

#: Problems of a cell, a row, a column or the whole file.
PROBLEMS: dict[str, tuple[str, str]] = {
    # the file
    "nul_characters": (
        "The file held empty characters (NUL); they were taken out.",
        "El archivo tenía caracteres vacíos (NUL); se quitaron.",
    ),
    "broken_characters": (
        "Some letters could not be read; look for the sign � or choose another encoding.",
        "Algunas letras no se pudieron leer; busque el signo � o elija otra codificación.",
    ),
    "mixed_encoding": (
        "The file mixes two encodings; look at the accents.",
        "El archivo mezcla dos codificaciones; revise los acentos.",
    ),
    "above_headings": (
        "This line stands above the headings and is not read as a business.",
        "Esta línea está arriba de los encabezados y no se lee como negocio.",
    ),
    "no_headings": (
        "The list has no headings that we know; look at what each column became.",
        "La lista no tiene encabezados conocidos; revise en qué quedó cada columna.",
    ),
    "other_sheets": (
        "Only one sheet of the workbook was read; the others were not.",
        "Solo se leyó una hoja del libro; las demás no.",
    ),
    "stray_quote": (
        "A quotation mark did not match; look at how this line was split.",
        "Una comilla no tiene pareja; revise cómo se dividió esta línea.",
    ),
    "formula_text": (
        "A cell was a formula in the workbook; its text was kept, and capitals may be lost.",
        "Una celda era una fórmula en el libro; se guardó su texto, quizá sin mayúsculas.",
    ),
    "formula_no_result": (
        "A formula in the workbook has no result, so the cell is empty.",
        "Una fórmula del libro no tiene resultado, así que la celda queda vacía.",
    ),
    # the row
    "cells_joined": (
        "This line had more cells than headings; they were joined where they fit.",
        "Esta línea tenía más celdas que encabezados; se unieron donde cabían.",
    ),
    "cells_beyond": (
        "This line had more cells than headings; those beyond them were left out.",
        "Esta línea tenía más celdas que encabezados; las que sobraban se dejaron fuera.",
    ),
    "same_as_above": (
        "The cell says that it is the same as above, and was read so; check it.",
        "La celda dice que es igual que arriba, y así se leyó; revísela.",
    ),
    "nothing_above": (
        "The cell says that it is the same as above, where nothing stands; it is left empty.",
        "La celda dice que es igual que arriba, donde no hay nada; queda vacía.",
    ),
    "same_as_above_asked": (
        "About consent “same as above” does not count; please ask, and write down who and when.",
        "Para el permiso no cuenta «igual que arriba»; pregunte y anote quién y cuándo.",
    ),
    "cell_too_long": (
        "A cell was far too long to have been typed and was not kept.",
        "Una celda era demasiado larga para haberse escrito a mano y no se guardó.",
    ),
    "no_name": ("The row has no name.", "La fila no tiene nombre."),
    "only_name": (
        "The row has a name and nothing else.",
        "La fila solo tiene un nombre.",
    ),
    "formula_kept": (
        "It starts like a formula and is kept as plain text.",
        "Empieza como fórmula y se guarda como texto.",
    ),
    "never_collect": (
        "The cell may say something that we never keep, so it was not stored.",
        "La celda quizá dice algo que nunca guardamos, así que no se guardó.",
    ),
    "never_column": (
        "This column asks for something that we never keep; none of it was stored.",
        "Esta columna pide algo que nunca guardamos; no se guardó nada de ella.",
    ),
    # cells
    "address_split": (
        "The address was split; please look whether the parts are right.",
        "La dirección se dividió; revise que las partes estén bien.",
    ),
    "address_unsure": (
        "The address could not be split for sure; please look at it.",
        "No es seguro cómo se divide la dirección; revísela.",
    ),
    "address_postal": (
        "A PO box is only for mail and gets no pin.",
        "Un apartado postal es solo para correo y no lleva marcador.",
    ),
    "address_corner": (
        "There is no street number; the words were kept as directions.",
        "No hay número de calle; las palabras se guardaron como indicaciones.",
    ),
    "two_addresses": (
        "There are two addresses; the second one is in the note.",
        "Hay dos direcciones; la segunda está en la nota.",
    ),
    "postal_code_unread": (
        "The ZIP code could not be read and is in the note.",
        "El código postal no se pudo leer y está en la nota.",
    ),
    "postal_code_zero": (
        "The ZIP code had four digits; the zero that spreadsheets drop was put in front.",
        "El código postal tenía cuatro cifras; se puso el cero que las hojas de cálculo quitan.",
    ),
    "coordinates_unread": (
        "The position could not be read and is in the note.",
        "La posición no se pudo leer y está en la nota.",
    ),
    "phone_no_area": (
        "A phone number has no area code; it is in the note.",
        "A un teléfono le falta la clave de área; está en la nota.",
    ),
    "phone_unread": (
        "A phone number could not be read; it is in the note.",
        "Un teléfono no se pudo leer; está en la nota.",
    ),
    "phone_letters": (
        "A phone number was spelt in letters; check its digits.",
        "Un teléfono venía en letras; revise sus números.",
    ),
    "phone_words": (
        "Words beside a phone number are in the note.",
        "Las palabras junto a un teléfono están en la nota.",
    ),
    "email_unread": (
        "The e-mail address could not be read; it is in the note.",
        "El correo electrónico no se pudo leer; está en la nota.",
    ),
    "link_unread": (
        "The website could not be read as an address; it is in the note.",
        "El sitio web no se pudo leer como dirección; está en la nota.",
    ),
    "made_https": (
        "The website was written with http; it is kept with https.",
        "El sitio web venía con http; se guarda con https.",
    ),
    "hours_assumed": (
        "The hours had no am or pm, or were not clear; what was assumed is marked until somebody "
        "checks it.",
        "El horario no decía am o pm, o no era claro; lo supuesto queda marcado hasta revisarlo.",
    ),
    "hours_every_day": (
        "The hours name no days; every day was assumed and is marked until somebody checks it.",
        "El horario no dice qué días; se supuso que todos y queda marcado hasta revisarlo.",
    ),
    "hours_unread": (
        "The hours could not be read; the words were kept as a note.",
        "El horario no se pudo leer; las palabras se guardaron como nota.",
    ),
    "hours_partly": (
        "Part of the hours could not be read; the words were kept as a note.",
        "Una parte del horario no se pudo leer; las palabras se guardaron como nota.",
    ),
    "hours_a_date": (
        "A spreadsheet turned the hours into a date; please ask again.",
        "La hoja de cálculo convirtió el horario en fecha; pregunte otra vez.",
    ),
    "category_unread": (
        "The kind of business was not recognised; please choose one.",
        "No se reconoció el tipo de negocio; elija uno.",
    ),
    "yes_no_unread": (
        "The answer was neither yes nor no; it is in the note.",
        "La respuesta no era sí ni no; está en la nota.",
    ),
    "choice_unread": (
        "What it says is none of the words that are known here; it is in the note.",
        "Lo que dice no es ninguna de las palabras que se conocen aquí; está en la nota.",
    ),
    "status_unread": (
        "Whether the business is open could not be read; it is in the note.",
        "No se pudo leer si el negocio sigue abierto; está en la nota.",
    ),
    # consent
    "answer_unread": (
        "The answer about printing was not a plain yes or no, so it counts as not asked.",
        "La respuesta sobre imprimir no era un sí o un no claro; cuenta como no preguntado.",
    ),
    "asked_no_date": (
        "A yes without a date is kept, but does not count until somebody asks again.",
        "Un sí sin fecha se guarda, pero no cuenta hasta que alguien pregunte otra vez.",
    ),
    "asked_no_person": (
        "A yes without who asked is kept, but does not count until somebody asks again.",
        "Un sí sin quién preguntó se guarda, pero no cuenta hasta que alguien pregunte otra vez.",
    ),
    "asked_incomplete": (
        "A yes without who asked and when is kept, but does not count until somebody asks again.",
        "Un sí sin quién preguntó ni cuándo se guarda, pero no cuenta hasta preguntar otra vez.",
    ),
    "asked_future": (
        "The date of the answer lies in the future, so it was not kept.",
        "La fecha de la respuesta está en el futuro, así que no se guardó.",
    ),
    "date_turned": (
        "The date of the answer would lie in the future, so day and month were read the other "
        "way round; check it.",
        "La fecha de la respuesta quedaría en el futuro; se leyeron día y mes al revés. Revísela.",
    ),
    "date_unread": (
        "The date of the answer could not be read.",
        "La fecha de la respuesta no se pudo leer.",
    ),
    "refusal_repeated": (
        "A line further down says no for the same business; the no counts.",
        "Otra línea dice que no para el mismo negocio; vale el no.",
    ),
    "no_stands": (
        "They said no before; the no stays until somebody asks again and writes it down.",
        "Antes dijeron que no; el no queda hasta que alguien pregunte otra vez y lo anote.",
    ),
    "no_outlived": (
        "They said no before their entry was taken out; the no stays until somebody asks again "
        "and writes it down.",
        "Dijeron que no antes de que se quitara su ficha; el no queda hasta que alguien pregunte "
        "otra vez y lo anote.",
    ),
    "limit_in_note": (
        "Their yes seems to have a limit; it counts as not asked until somebody asks again.",
        "Su sí parece tener un límite; cuenta como no preguntado hasta que alguien pregunte.",
    ),
    "refusal_in_note": (
        "A note says that they do not want to be listed; please ask before anything is printed.",
        "Una nota dice que no quieren aparecer; pregunte antes de imprimir nada.",
    ),
    # files that are no table
    "file_left_out": (
        "The file says more than we keep, such as about people or buildings; that was not read.",
        "El archivo dice más de lo que guardamos, por ejemplo de personas; eso no se leyó.",
    ),
    "osm_data": (
        "This comes from OpenStreetMap; whatever is made from it names its contributors.",
        "Esto viene de OpenStreetMap; lo que se haga con ello nombra a sus colaboradores.",
    ),
    "card_of_person": (
        "This may be the card of a person and not of a business; please look.",
        "Quizá es la tarjeta de una persona y no de un negocio; revísela.",
    ),
    "hours_not_weekly": (
        "The hours are no plain week; they were not read.",
        "El horario no es una semana simple; no se leyó.",
    ),
}
