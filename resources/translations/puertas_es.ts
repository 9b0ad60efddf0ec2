<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>ActionBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Finish the import</source>
        <translation>Terminar la importación</translation>
    </message>
    <message>
        <source>“Ok” means: {uses}</source>
        <translation>“Sí” significa: {uses}</translation>
    </message>
    <message>
        <source>Apply {n} change</source>
        <translation>Aplicar {n} cambio</translation>
    </message>
    <message>
        <source>Apply {n} changes</source>
        <translation>Aplicar {n} cambios</translation>
    </message>
    <message>
        <source>{n} created</source>
        <translation>{n} nuevos</translation>
    </message>
    <message>
        <source>{n} created</source>
        <comment>one</comment>
        <translation>{n} nuevo</translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation>{n} actualizados</translation>
    </message>
    <message>
        <source>{n} updated</source>
        <comment>one</comment>
        <translation>{n} actualizado</translation>
    </message>
    <message>
        <source>{n} duplicate</source>
        <translation>{n} duplicado</translation>
    </message>
    <message>
        <source>{n} duplicates</source>
        <translation>{n} duplicados</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>{n} omitidos</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <comment>one</comment>
        <translation>{n} omitido</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} fila</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} filas</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Puertas made a mistake</source>
        <translation>Puertas cometió un error</translation>
    </message>
    <message>
        <source>What you had saved is safe. You can go on; if it happens again, send us the details. They say where in the program it happened and nothing about a business.</source>
        <translation>Lo que ya estaba guardado está a salvo. Puede seguir; si vuelve a pasar, envíenos los detalles. Dicen en qué parte del programa ocurrió y nada sobre ningún negocio.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask %1</source>
        <translation>Preguntar a %1</translation>
    </message>
    <message>
        <source>Does not want to be listed…</source>
        <translation>No quiere salir en la lista…</translation>
    </message>
    <message>
        <source>No to everything</source>
        <translation>No a todo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <translation>habla %1</translation>
    </message>
    <message>
        <source>Ctrl Enter</source>
        <translation>Ctrl Intro</translation>
    </message>
    <message>
        <source>A later list cannot turn a no into a yes. Only a new conversation can.</source>
        <translation>Una lista posterior no puede convertir un no en un sí. Solo una nueva conversación.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Record answers</source>
        <translation>Guardar respuestas</translation>
    </message>
</context>
<context>
    <name>AskServiceDialog</name>
    <message>
        <source>Send nothing</source>
        <translation>No enviar nada</translation>
    </message>
    <message>
        <source>Send one address to {to}?</source>
        <translation>¿Enviar una dirección a {to}?</translation>
    </message>
    <message>
        <source>Send {n} addresses to {to}?</source>
        <translation>¿Enviar {n} direcciones a {to}?</translation>
    </message>
    <message>
        <source>Nothing needs to be sent</source>
        <translation>No hace falta enviar nada</translation>
    </message>
    <message>
        <source>Street and town leave this laptop as they stand in the list: no name, no ZIP code, no telephone. The service learns from which internet connection they come.</source>
        <translation>La calle y el pueblo salen de esta computadora tal como están en la lista: ni nombre, ni código postal, ni teléfono. El servicio ve desde qué conexión de internet llegan.</translation>
    </message>
    <message>
        <source>All that may be asked was answered before. Those answers are used.</source>
        <translation>Todo lo que se puede preguntar ya tiene respuesta. Se usan esas respuestas.</translation>
    </message>
    <message>
        <source>The US Census geocoder hands the addresses to a federal agency.</source>
        <translation>El servicio del Censo entrega las direcciones a una agencia federal.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Lo que se envía</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Enviarlas</translation>
    </message>
    <message>
        <source>Use the answers</source>
        <translation>Usar las respuestas</translation>
    </message>
    <message>
        <source>One was answered before, and is not sent again.</source>
        <translation>Una ya tiene respuesta y no se envía otra vez.</translation>
    </message>
    <message>
        <source>{n} were answered before, and are not sent again.</source>
        <translation>{n} ya tienen respuesta y no se envían otra vez.</translation>
    </message>
    <message>
        <source>One is left out: its owner has not said yes to Look-up.</source>
        <translation>Una se deja fuera: su dueño no ha dicho que sí a la Búsqueda.</translation>
    </message>
    <message>
        <source>{n} are left out: their owners have not said yes to Look-up.</source>
        <translation>{n} se dejan fuera: sus dueños no han dicho que sí a la Búsqueda.</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>except %1</source>
        <translation>excepto %1</translation>
    </message>
    <message>
        <source>%1: the answer</source>
        <translation>%1: la respuesta</translation>
    </message>
    <message>
        <source>where it is</source>
        <translation>dónde está</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>qué es</translation>
    </message>
    <message>
        <source>what they cook</source>
        <translation>qué cocinan</translation>
    </message>
    <message>
        <source>what they speak</source>
        <translation>qué hablan</translation>
    </message>
    <message>
        <source>how long not checked</source>
        <translation>cuánto hace que no se revisa</translation>
    </message>
    <message>
        <source>how exact the pin is</source>
        <translation>qué tan exacto es el punto</translation>
    </message>
    <message>
        <source>when it is open</source>
        <translation>cuándo abre</translation>
    </message>
    <message>
        <source>how far from a place</source>
        <translation>qué tan lejos de un lugar</translation>
    </message>
    <message>
        <source>its four letters</source>
        <translation>sus cuatro letras</translation>
    </message>
    <message>
        <source>when it changed</source>
        <translation>cuándo cambió</translation>
    </message>
    <message>
        <source>whether it trades</source>
        <translation>si está en servicio</translation>
    </message>
    <message>
        <source>how far its review is</source>
        <translation>cómo va su revisión</translation>
    </message>
    <message>
        <source>what they take</source>
        <translation>qué aceptan</translation>
    </message>
    <message>
        <source>what is known of it</source>
        <translation>qué se sabe de él</translation>
    </message>
    <message>
        <source>one year</source>
        <translation>un año</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} años</translation>
    </message>
    <message>
        <source>one month</source>
        <translation>un mes</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} meses</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n} semanas</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>un día</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>town: %1</source>
        <translation>pueblo: %1</translation>
    </message>
    <message>
        <source>category: %1</source>
        <translation>categoría: %1</translation>
    </message>
    <message>
        <source>cuisine: %1</source>
        <translation>cocina: %1</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <translation>habla %1</translation>
    </message>
    <message>
        <source>%1: ends within %2</source>
        <translation>%1: vence en %2</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>checked within %1</source>
        <translation>revisado en %1</translation>
    </message>
    <message>
        <source>not checked for %1</source>
        <translation>sin revisar desde hace %1</translation>
    </message>
    <message>
        <source>not changed for %1</source>
        <translation>sin cambios desde hace %1</translation>
    </message>
    <message>
        <source>changed within %1</source>
        <translation>cambiado en %1</translation>
    </message>
    <message>
        <source>pin: %1</source>
        <translation>punto: %1</translation>
    </message>
    <message>
        <source>open on %1</source>
        <translation>abierto el %1</translation>
    </message>
    <message>
        <source>open on %1 at %2</source>
        <translation>abierto el %1 a las %2</translation>
    </message>
    <message>
        <source>within %1 mi of %2</source>
        <translation>a %1 mi o menos de %2</translation>
    </message>
    <message>
        <source>code: %1</source>
        <translation>código: %1</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>acepta %1</translation>
    </message>
    <message>
        <source>has: %1</source>
        <translation>tiene: %1</translation>
    </message>
</context>
<context>
    <name>AskedLine</name>
    <message>
        <source>in a part of the map</source>
        <translation>en una parte del mapa</translation>
    </message>
    <message>
        <source>“%1” was not found. Add the town and its state.</source>
        <translation>No se encontró «%1». Agregue el pueblo y su estado.</translation>
    </message>
</context>
<context>
    <name>AskerRow</name>
    <message>
        <source>Who asked?</source>
        <translation>¿Quién preguntó?</translation>
    </message>
    <message>
        <source>This names nobody. A yes counts with the name of who asked.</source>
        <translation>Esto no nombra a nadie. Un sí vale con el nombre de quien preguntó.</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>Respaldos</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Respaldar ahora</translation>
    </message>
    <message>
        <source>Save one elsewhere…</source>
        <translation>Guardar una en otro lugar…</translation>
    </message>
    <message>
        <source>Restore a file…</source>
        <translation>Restaurar un archivo…</translation>
    </message>
    <message>
        <source>In this directory</source>
        <translation>En este directorio</translation>
    </message>
    <message>
        <source>Puertas backs up by itself when it closes or locks, and hourly while something changes. Ten stay, and the last of each month. Each is proven when it is made.</source>
        <translation>Puertas hace respaldos al cerrar o bloquear, y cada hora mientras algo cambia. Quedan diez y el último de cada mes. Cada uno se comprueba al hacerlo.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>En otro lugar</translation>
    </message>
    <message>
        <source>A laptop can be lost with all that is in it. Keep a backup on a stick in another place; it is encrypted like the directory, and opens with the passphrase of today.</source>
        <translation>Una computadora se puede perder con todo lo que tiene. Guarde un respaldo en una memoria en otro lugar; va cifrado como el directorio y se abre con la frase de hoy.</translation>
    </message>
    <message>
        <source>Is all well?</source>
        <translation>¿Está todo bien?</translation>
    </message>
    <message>
        <source>Every page and every reference is looked at. Nothing is changed.</source>
        <translation>Se mira cada página y cada referencia. No se cambia nada.</translation>
    </message>
    <message>
        <source>Look through it</source>
        <translation>Revisarlo</translation>
    </message>
    <message>
        <source>Backups in this directory</source>
        <translation>Respaldos en este directorio</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>There are none yet. The first is made when Puertas closes.</source>
        <translation>Aún no hay. La primera se hace al cerrar Puertas.</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>holds what was forgotten; goes by %1</source>
        <translation>tiene lo que se olvidó; se borra el %1</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Before a change</source>
        <translation>Antes de un cambio</translation>
    </message>
    <message>
        <source>Put aside, damaged</source>
        <translation>Apartada, dañada</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Haciendo un respaldo</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Respaldo hecho</translation>
    </message>
    <message>
        <source>A folder for the backup, on a stick for instance</source>
        <translation>Una carpeta para el respaldo, por ejemplo en una memoria</translation>
    </message>
    <message>
        <source>A backup</source>
        <translation>Un respaldo</translation>
    </message>
    <message>
        <source>Looking through the directory</source>
        <translation>Revisando el directorio</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo está bien.</translation>
    </message>
    <message>
        <source>One problem:</source>
        <translation>Un problema:</translation>
    </message>
    <message>
        <source>{n} problems:</source>
        <translation>{n} problemas:</translation>
    </message>
    <message>
        <source>Restore the latest backup from before; what is here is kept.</source>
        <translation>Restaure el último respaldo de antes; lo que hay aquí se conserva.</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>Nunca más</translation>
    </message>
    <message>
        <source>With the backups lies a sealed file of who refused or withdrew, without names, renewed each time. If the laptop is lost, it brings these refusals to the restored directory by itself. Keep it where your backups are, too.</source>
        <translation>Junto a los respaldos hay un archivo sellado de quién se negó o se retiró, sin nombres, que se renueva cada vez. Si se pierde la laptop, lleva esas negativas por sí solo al directorio restaurado. Guárdelo también donde tenga sus respaldos.</translation>
    </message>
    <message>
        <source>Keep it in another folder, too…</source>
        <translation>Guardarlo también en otra carpeta…</translation>
    </message>
    <message>
        <source>Only here again</source>
        <translation>Otra vez solo aquí</translation>
    </message>
    <message>
        <source>It is kept in %1 as well.</source>
        <translation>Se guarda también en %1.</translation>
    </message>
    <message>
        <source>A folder for the file of refusals, on a stick for instance</source>
        <translation>Una carpeta para el archivo de negativas, por ejemplo en una memoria</translation>
    </message>
</context>
<context>
    <name>BeginPane</name>
    <message>
        <source>Phone queue</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>Whom do you want to call?</source>
        <translation>¿A quién quiere llamar?</translation>
    </message>
    <message>
        <source>One business is due to be checked.</source>
        <translation>Toca revisar un negocio.</translation>
    </message>
    <message>
        <source>{n} businesses are due to be checked.</source>
        <translation>Toca revisar {n} negocios.</translation>
    </message>
    <message>
        <source>The longest unchecked comes first. The queue stays when you lock or close.</source>
        <translation>Primero va el que lleva más tiempo sin revisar. La lista se queda cuando bloquea o cierra.</translation>
    </message>
    <message>
        <source>Not checked for</source>
        <translation>Sin revisar desde hace</translation>
    </message>
    <message>
        <source>One day: due</source>
        <translation>Un día: ya toca</translation>
    </message>
    <message>
        <source>{n} days: due</source>
        <translation>{n} días: ya toca</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 meses</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>All towns</source>
        <translation>Todos los pueblos</translation>
    </message>
    <message>
        <source>Start calling</source>
        <translation>Empezar a llamar</translation>
    </message>
    <message>
        <source>Print visit sheets…</source>
        <translation>Imprimir hojas de visita…</translation>
    </message>
    <message>
        <source>Sheets that came back</source>
        <translation>Hojas que regresaron</translation>
    </message>
    <message>
        <source>Type in visit sheets</source>
        <translation>Capturar hojas de visita</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>The month before</source>
        <translation>El mes anterior</translation>
    </message>
    <message>
        <source>The next month</source>
        <translation>El mes siguiente</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>CallPane</name>
    <message>
        <source>The call</source>
        <translation>La llamada</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Diga</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Hable</translation>
    </message>
    <message>
        <source>No telephone</source>
        <translation>Sin teléfono</translation>
    </message>
    <message>
        <source>Speak %1</source>
        <translation>Hablan %1</translation>
    </message>
    <message>
        <source>never checked</source>
        <translation>nunca revisado</translation>
    </message>
    <message>
        <source>last checked %1</source>
        <translation>revisado el %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>tried once</source>
        <translation>un intento</translation>
    </message>
    <message>
        <source>tried {n} times</source>
        <translation>{n} intentos</translation>
    </message>
    <message>
        <source>Yes, to %1</source>
        <translation>Sí, hasta el %1</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Move pin</source>
        <translation>Mover el pin</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>Ponerlo aquí</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Close this card</source>
        <translation>Cerrar esta ficha</translation>
    </message>
    <message>
        <source>Drag the pin, or use the arrow keys; Enter puts it there, Esc leaves it.</source>
        <translation>Arrastre el pin o use las flechas; Intro lo pone ahí, Esc lo deja.</translation>
    </message>
</context>
<context>
    <name>ChangePassphrase</name>
    <message>
        <source>Change it</source>
        <translation>Cambiarla</translation>
    </message>
    <message>
        <source>Backups from before open with the old one. If somebody may have copied this folder, make a new key instead.</source>
        <translation>Los respaldos de antes se abren con la anterior. Si alguien pudo copiar esta carpeta, mejor haga una llave nueva.</translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>Before: {before}. After: {after}.</source>
        <translation>Antes: {before}. Después: {after}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>CheckingSettings</name>
    <message>
        <source>An entry is due after so many days unchecked</source>
        <translation>Una ficha toca revisarse después de tantos días sin revisar</translation>
    </message>
    <message>
        <source>Who did not answer is called again after so many days</source>
        <translation>A quien no contestó se le vuelve a llamar después de tantos días</translation>
    </message>
    <message>
        <source>So one of {of} is due today.</source>
        <translation>Así, hoy toca revisar uno de {of}.</translation>
    </message>
    <message>
        <source>So {n} of {of} are due today.</source>
        <translation>Así, hoy toca revisar {n} de {of}.</translation>
    </message>
    <message>
        <source>So one waits today and is in no batch.</source>
        <translation>Así, hoy uno espera y no entra en ninguna tanda.</translation>
    </message>
    <message>
        <source>So {n} wait today and are in no batch.</source>
        <translation>Así, hoy {n} esperan y no entran en ninguna tanda.</translation>
    </message>
    <message>
        <source>So nobody waits today: all who did not answer may be called.</source>
        <translation>Así, hoy nadie espera: se puede llamar a todos los que no contestaron.</translation>
    </message>
</context>
<context>
    <name>ChecksPane</name>
    <message>
        <source>Before printing</source>
        <translation>Antes de imprimir</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo está bien</translation>
    </message>
    <message>
        <source>{n} other check passed</source>
        <translation>{n} revisión más sin nada</translation>
    </message>
    <message>
        <source>{n} other checks passed</source>
        <translation>{n} revisiones más sin nada</translation>
    </message>
    <message>
        <source>{n} to mend first</source>
        <translation>{n} por corregir antes</translation>
    </message>
    <message>
        <source>{n} to mend first</source>
        <comment>one</comment>
        <translation>{n} por corregir antes</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} fuera</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <comment>one</comment>
        <translation>{n} fuera</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <translation>{n} por revisar</translation>
    </message>
    <message>
        <source>{n} to look at</source>
        <comment>one</comment>
        <translation>{n} por revisar</translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation>{n} nota</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} notas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Preguntar de nuevo…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Revisar…</translation>
    </message>
    <message>
        <source>Check hours…</source>
        <translation>Ver el horario…</translation>
    </message>
    <message>
        <source>Place pin…</source>
        <translation>Poner el punto…</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Ver…</translation>
    </message>
    <message>
        <source>Write it…</source>
        <translation>Escribirlo…</translation>
    </message>
    <message>
        <source>Correct it…</source>
        <translation>Corregirlo…</translation>
    </message>
    <message>
        <source>Check it…</source>
        <translation>Verificarlo…</translation>
    </message>
    <message>
        <source>Event…</source>
        <translation>Evento…</translation>
    </message>
    <message>
        <source>Fill in…</source>
        <translation>Completar…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <source>Print runs…</source>
        <translation>Tirajes…</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1, remove</source>
        <translation>%1, quitar</translation>
    </message>
</context>
<context>
    <name>ChoiceLine</name>
    <message>
        <source>nothing is chosen yet</source>
        <translation>todavía no se elige nada</translation>
    </message>
</context>
<context>
    <name>Circumstances</name>
    <message>
        <source>Ask again in</source>
        <translation>Volver a preguntar en</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Preguntó</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Language read</source>
        <translation>Idioma leído</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Ask again by</source>
        <translation>Preguntar antes del</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Dueña o dueño</translation>
    </message>
    <message>
        <source>Partner in the business</source>
        <translation>Socio o socia</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Encargada o encargado</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By text message</source>
        <translation>Por mensaje de texto</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 meses</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 meses</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>I asked again on this day</source>
        <translation>Volví a preguntar ese día</translation>
    </message>
    <message>
        <source>They refused on %1. A yes counts if you asked again after that.</source>
        <translation>Dijeron que no el %1. Un sí cuenta si usted volvió a preguntar después.</translation>
    </message>
    <message>
        <source>They refused on %1. Only a talk on a later day counts.</source>
        <translation>Dijeron que no el %1. Solo cuenta una conversación de un día posterior.</translation>
    </message>
    <message>
        <source>They refused on %1. Tick this if you asked again on this day.</source>
        <translation>Dijeron que no el %1. Marque esta casilla si volvió a preguntar ese día.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>Luego por</translation>
    </message>
    <message>
        <source>Sort by one column only</source>
        <translation>Ordenar solo por una columna</translation>
    </message>
    <message>
        <source>Move a column</source>
        <translation>Mover una columna</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Ocultar esta columna</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation>Ordenar hacia arriba</translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation>Ordenar hacia abajo</translation>
    </message>
    <message>
        <source>Then upwards by this</source>
        <translation>Luego hacia arriba por esta</translation>
    </message>
    <message>
        <source>Then downwards by this</source>
        <translation>Luego hacia abajo por esta</translation>
    </message>
    <message>
        <source>Do not sort by this</source>
        <translation>No ordenar por esta</translation>
    </message>
    <message>
        <source>Columns as usual</source>
        <translation>Columnas como siempre</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the list</source>
        <translation>Columnas de la lista</translation>
    </message>
    <message>
        <source>What each column holds. It is remembered for the next list like this one.</source>
        <translation>Qué contiene cada columna. Se recuerda para la próxima lista como esta.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>What has no place here is left out. Tick a column to keep it in the private note: it is read for words that are never kept, like every note.</source>
        <translation>Lo que no tiene lugar aquí se deja fuera. Marque una columna para guardarla en la nota privada: se revisa, como toda nota, por si tiene palabras que nunca se guardan.</translation>
    </message>
    <message>
        <source>Keep in the private note</source>
        <translation>Guardar en la nota privada</translation>
    </message>
    <message>
        <source>Address points</source>
        <translation>Puntos de direcciones</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>De quién es</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguna)</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>¿Qué es cada columna?</translation>
    </message>
    <message>
        <source>A street may be in one column or in parts: then choose them in the order in which they are read.</source>
        <translation>Una calle puede estar en una columna o en partes: entonces elíjalas en el orden en que se leen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>The two side by side</source>
        <translation>Los dos lado a lado</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Is this one business?</source>
        <translation>¿Es el mismo negocio?</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>No es duplicado</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>En qué difieren</translation>
    </message>
    <message>
        <source>Settled without a choice</source>
        <translation>Resuelto sin elegir</translation>
    </message>
    <message>
        <source>What the owner said, once they are one</source>
        <translation>Lo que dijo el dueño, ya unidos</translation>
    </message>
    <message>
        <source>Nobody has asked yet: nothing may be printed.</source>
        <translation>Nadie ha preguntado todavía: no se puede imprimir nada.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>The same in both</source>
        <translation>Igual en los dos</translation>
    </message>
    <message>
        <source>Both are kept.</source>
        <translation>Se guardan los dos.</translation>
    </message>
    <message>
        <source>The more careful of both holds.</source>
        <translation>Vale lo más cuidadoso de los dos.</translation>
    </message>
    <message>
        <source>Facts of the other come in, which nobody checked since.</source>
        <translation>Entran datos del otro que nadie ha revisado desde entonces.</translation>
    </message>
    <message>
        <source>What a person put in its place by hand stays.</source>
        <translation>Lo que una persona puso a mano se queda.</translation>
    </message>
    <message>
        <source>The address that is kept has no pin yet.</source>
        <translation>La dirección que se queda aún no tiene punto.</translation>
    </message>
    <message>
        <source>It goes with the address.</source>
        <translation>Va con la dirección.</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>What could be typed next</source>
        <translation>Qué se podría escribir ahora</translation>
    </message>
</context>
<context>
    <name>ConsentPage</name>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>Preguntar…</translation>
    </message>
    <message>
        <source>Show the entry</source>
        <translation>Ver la ficha</translation>
    </message>
    <message>
        <source>Forget it…</source>
        <translation>Olvidarlo…</translation>
    </message>
    <message>
        <source>Call list…</source>
        <translation>Lista de llamadas…</translation>
    </message>
    <message>
        <source>Make a list to call from</source>
        <translation>Hacer una lista para llamar</translation>
    </message>
    <message>
        <source>Who to ask</source>
        <translation>A quién preguntar</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>First to end</source>
        <translation>El primero que vence</translation>
    </message>
    <message>
        <source>No businesses yet</source>
        <translation>Aún no hay negocios</translation>
    </message>
    <message>
        <source>Bring in a list first; then whom to ask is listed here.</source>
        <translation>Primero traiga una lista; aquí verá después a quién preguntar.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>Nobody is waiting here</source>
        <translation>Nadie espera aquí</translation>
    </message>
    <message>
        <source>Everybody in this view was asked, and their consent holds.</source>
        <translation>A todos en esta vista se les preguntó, y su permiso sigue vigente.</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>Ir a la lista</translation>
    </message>
    <message>
        <source>Ends within 60 days</source>
        <translation>Vence en 60 días</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>Nunca preguntado</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>One business</source>
        <translation>Un negocio</translation>
    </message>
    <message>
        <source>{n} businesses</source>
        <translation>{n} negocios</translation>
    </message>
    <message>
        <source>Nobody has asked them yet, or nobody knows who asked when.</source>
        <translation>Nadie les ha preguntado, o nadie sabe quién preguntó y cuándo.</translation>
    </message>
    <message>
        <source>Ask again before it ends, or they fall out of the guides.</source>
        <translation>Pregunte otra vez antes de que venza, o saldrán de las guías.</translation>
    </message>
    <message>
        <source>For half a year nobody asked them: ask, or forget what nobody needs.</source>
        <translation>Hace medio año que nadie les pregunta: pregunte, u olvide lo que nadie necesita.</translation>
    </message>
    <message>
        <source>Answers of %1 recorded</source>
        <translation>Respuestas de %1 guardadas</translation>
    </message>
    <message>
        <source>Save the call list</source>
        <translation>Guardar la lista de llamadas</translation>
    </message>
    <message>
        <source>Saved as run %1. It is private: destroy it after the calls</source>
        <translation>Guardada como tiraje %1. Es privada: destrúyala después de las llamadas</translation>
    </message>
    <message>
        <source>Making the call list</source>
        <translation>Haciendo la lista de llamadas</translation>
    </message>
</context>
<context>
    <name>ConsentSection</name>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Ask again…</source>
        <translation>Preguntar de nuevo…</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>Preguntar…</translation>
    </message>
    <message>
        <source>Yes, but who asked when?</source>
        <translation>Sí, pero ¿quién preguntó y cuándo?</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>today is the last day</source>
        <translation>hoy es el último día</translation>
    </message>
    <message>
        <source>one day left</source>
        <translation>queda un día</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>{n} días más</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Whom to call about a mistake?</source>
        <translation>¿A quién llamar si hay un error?</translation>
    </message>
    <message>
        <source>It stands at the foot of every guide, so use a number of the coalition, not somebody&apos;s own. Leave it empty to print no such line. You can change it in the settings.</source>
        <translation>Aparece al pie de cada guía: use un número de la coalición, no el de una persona. Déjelo vacío para no imprimir esa línea. Puede cambiarlo en los ajustes.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Phone or email</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>No column</source>
        <translation>Ninguna columna</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>All columns…</source>
        <translation>Todas las columnas…</translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>Start my directory</source>
        <translation>Empezar mi directorio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>My directory</source>
        <translation>Mi directorio</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>La frase otra vez</translation>
    </message>
    <message>
        <source>No passphrase: a throw-away list to try things on</source>
        <translation>Sin frase de paso: una lista desechable para probar</translation>
    </message>
    <message>
        <source>Four or more random words. Write them on paper and keep it apart from the laptop: without them nobody can open the list, not even you.</source>
        <translation>Cuatro o más palabras al azar. Escríbalas en papel y guárdelo lejos de la computadora: sin ellas nadie puede abrir la lista, ni siquiera usted.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation>En la carpeta %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces</source>
        <translation>Use letras, números y espacios</translation>
    </message>
    <message>
        <source>There is already one here</source>
        <translation>Ya hay uno aquí</translation>
    </message>
    <message>
        <source>Too short: use four words</source>
        <translation>Muy corta: use cuatro palabras</translation>
    </message>
    <message>
        <source>Too easily guessed: use random words</source>
        <translation>Demasiado fácil de adivinar: use palabras al azar</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Las dos no son iguales</translation>
    </message>
</context>
<context>
    <name>CuisinesField</name>
    <message>
        <source>Cuisine</source>
        <translation>Cocina</translation>
    </message>
    <message>
        <source>Add a cuisine</source>
        <translation>Agregar una cocina</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose the day in a calendar</source>
        <translation>Elegir el día en un calendario</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 sem</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 a</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>More for %1</source>
        <translation>Más para %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Open 24 hours</source>
        <translation>Abierto 24 horas</translation>
    </message>
    <message>
        <source>Open again later that day</source>
        <translation>Abre otra vez ese día</translation>
    </message>
    <message>
        <source>Copy to every day</source>
        <translation>Copiar a todos los días</translation>
    </message>
    <message>
        <source>Copy to Monday–Friday</source>
        <translation>Copiar de lunes a viernes</translation>
    </message>
    <message>
        <source>Copy to %1</source>
        <translation>Copiar a %1</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Go anywhere, do anything</source>
        <translation>Ir a cualquier parte, hacer cualquier cosa</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Add a business or an event</source>
        <translation>Agregar un negocio o un evento</translation>
    </message>
    <message>
        <source>Edit the selected businesses together</source>
        <translation>Editar juntos los negocios seleccionados</translation>
    </message>
    <message>
        <source>Export what the directory shows</source>
        <translation>Exportar lo que muestra el directorio</translation>
    </message>
    <message>
        <source>Filter the directory</source>
        <translation>Filtrar el directorio</translation>
    </message>
    <message>
        <source>Save this search as a list</source>
        <translation>Guardar esta búsqueda como lista</translation>
    </message>
    <message>
        <source>Choose columns and order</source>
        <translation>Elegir columnas y orden</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Cómo buscar</translation>
    </message>
    <message>
        <source>Merge the two selected businesses…</source>
        <translation>Unir los dos negocios seleccionados…</translation>
    </message>
    <message>
        <source>Send what the directory shows to another laptop</source>
        <translation>Enviar lo que muestra el directorio a otra computadora</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>A la siguiente parte de la ventana</translation>
    </message>
    <message>
        <source>To the part before</source>
        <translation>A la parte anterior</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Respaldar ahora</translation>
    </message>
    <message>
        <source>Narrow or widen the list at the left</source>
        <translation>Estrechar o ensanchar la lista de la izquierda</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Start another directory</source>
        <translation>Empezar otro directorio</translation>
    </message>
    <message>
        <source>Open another directory</source>
        <translation>Abrir otro directorio</translation>
    </message>
    <message>
        <source>Hablar español</source>
        <translation>Speak English</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Qué hacen las teclas</translation>
    </message>
    <message>
        <source>Read about this page</source>
        <translation>Leer sobre esta página</translation>
    </message>
    <message>
        <source>Close Puertas</source>
        <translation>Cerrar Puertas</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>En una tabla</translation>
    </message>
    <message>
        <source>Another row</source>
        <translation>Otra fila</translation>
    </message>
    <message>
        <source>Open the row, or edit it</source>
        <translation>Abrir la fila o editarla</translation>
    </message>
    <message>
        <source>Tick it, or open its menu</source>
        <translation>Marcarla o abrir su menú</translation>
    </message>
    <message>
        <source>Copy the selected businesses</source>
        <translation>Copiar los negocios seleccionados</translation>
    </message>
    <message>
        <source>Look over rows copied in a spreadsheet</source>
        <translation>Revisar filas copiadas de una hoja de cálculo</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>While searching</source>
        <translation>Al buscar</translation>
    </message>
    <message>
        <source>What could follow, then the table</source>
        <translation>Lo que puede seguir, luego la tabla</translation>
    </message>
    <message>
        <source>From one filter to the next</source>
        <translation>De un filtro al siguiente</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>On a heading: sort by it too</source>
        <translation>En un encabezado: ordenar también por él</translation>
    </message>
    <message>
        <source>In your own lists</source>
        <translation>En sus propias listas</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Up or down in the list</source>
        <translation>Subir o bajar en la lista</translation>
    </message>
    <message>
        <source>Delete the list; its businesses stay</source>
        <translation>Eliminar la lista; sus negocios siguen</translation>
    </message>
    <message>
        <source>While editing</source>
        <translation>Al editar</translation>
    </message>
    <message>
        <source>To the next field</source>
        <translation>Al siguiente campo</translation>
    </message>
    <message>
        <source>Apply, and on to the next row</source>
        <translation>Aplicar y seguir con la próxima fila</translation>
    </message>
    <message>
        <source>Back to the table; what you typed stays</source>
        <translation>Volver a la tabla; lo escrito se queda</translation>
    </message>
    <message>
        <source>Open a list of choices</source>
        <translation>Abrir una lista de opciones</translation>
    </message>
    <message>
        <source>Two that may be one</source>
        <translation>Dos que pueden ser uno</translation>
    </message>
    <message>
        <source>Keep what the left one has, or the right one</source>
        <translation>Quedarse con lo del izquierdo o lo del derecho</translation>
    </message>
    <message>
        <source>Another fact</source>
        <translation>Otro dato</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>Unir los dos</translation>
    </message>
    <message>
        <source>They are not the same</source>
        <translation>No son el mismo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>En el mapa</translation>
    </message>
    <message>
        <source>Move the map, or a pin that you move</source>
        <translation>Mover el mapa, o el pin que está moviendo</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Más cerca, más lejos</translation>
    </message>
    <message>
        <source>Put the pin down</source>
        <translation>Poner el pin</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Otro día</translation>
    </message>
    <message>
        <source>Open earlier or later</source>
        <translation>Abrir antes o después</translation>
    </message>
    <message>
        <source>Close earlier or later</source>
        <translation>Cerrar antes o después</translation>
    </message>
    <message>
        <source>Open or closed on this day</source>
        <translation>Abierto o cerrado ese día</translation>
    </message>
    <message>
        <source>Pages of a guide</source>
        <translation>Páginas de una guía</translation>
    </message>
    <message>
        <source>Another page</source>
        <translation>Otra página</translation>
    </message>
    <message>
        <source>Larger, smaller, to fit</source>
        <translation>Más grande, más pequeño, ajustar</translation>
    </message>
    <message>
        <source>Close at once, and let the keyring forget it</source>
        <translation>Cerrar de inmediato, y que el llavero lo olvide</translation>
    </message>
</context>
<context>
    <name>DeleteDialog</name>
    <message>
        <source>Delete this business?</source>
        <translation>¿Eliminar este negocio?</translation>
    </message>
    <message>
        <source>Delete {n} businesses?</source>
        <translation>¿Eliminar {n} negocios?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>They asked: forget for good…</source>
        <translation>Lo pidieron: olvidar para siempre…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete keeps the history, with name, telephone and answers: it can be undone. It is for what was entered twice or by mistake.</source>
        <translation>Eliminar conserva el historial, con nombre, teléfono y respuestas: se puede deshacer. Sirve para lo que se anotó dos veces o por error.</translation>
    </message>
    <message>
        <source>Did the owner ask to be taken out? Then forget it for good: nothing of it stays, and the paper that names it is called back.</source>
        <translation>¿El dueño pidió salir de la lista? Entonces olvídelo para siempre: no queda nada de él, y se recogen los papeles que lo nombran.</translation>
    </message>
    <message>
        <source>Did an owner ask to be taken out? Then delete none of those here: open each and choose “They withdrew…”, which forgets it for good and calls its paper back.</source>
        <translation>¿Algún dueño pidió salir de la lista? Entonces no lo elimine aquí: ábralo y elija «Se retiraron…», que lo olvida para siempre y recoge sus papeles.</translation>
    </message>
</context>
<context>
    <name>Directory</name>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>C. P.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Cuisine</source>
        <translation>Cocina</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Yes until</source>
        <translation>Sí hasta</translation>
    </message>
    <message>
        <source>sorted upwards</source>
        <translation>ordenado hacia arriba</translation>
    </message>
    <message>
        <source>sorted downwards</source>
        <translation>ordenado hacia abajo</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Otro nombre</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Businesses</source>
        <translation>Negocios</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Export these…</source>
        <translation>Exportar estos…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add a business</source>
        <translation>Agregar un negocio</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>One business deleted</source>
        <translation>Se borró un negocio</translation>
    </message>
    <message>
        <source>{n} businesses deleted</source>
        <translation>Se borraron {n} negocios</translation>
    </message>
    <message>
        <source>The list “%1” is saved</source>
        <translation>La lista «%1» se guardó</translation>
    </message>
    <message>
        <source>Search for something first: it becomes the list</source>
        <translation>Primero busque algo: eso será la lista</translation>
    </message>
    <message>
        <source>Moved the pin of %1</source>
        <translation>Se movió el pin de %1</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Select some businesses in the directory first</source>
        <translation>Primero seleccione algunos negocios en el directorio</translation>
    </message>
    <message>
        <source>One business edited</source>
        <translation>Un negocio editado</translation>
    </message>
    <message>
        <source>{n} businesses edited</source>
        <translation>{n} negocios editados</translation>
    </message>
    <message>
        <source>Select two businesses in the directory first</source>
        <translation>Primero seleccione dos negocios en el directorio</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>Print</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Look-up</source>
        <translation>Búsqueda</translation>
    </message>
    <message>
        <source>Yes, ends %1</source>
        <translation>Sí, termina el %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Terminó el %1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Yes, to %1</source>
        <translation>Sí, hasta el %1</translation>
    </message>
</context>
<context>
    <name>DoubtLine</name>
    <message>
        <source>Find it…</source>
        <translation>Encontrarlo…</translation>
    </message>
    <message>
        <source>Find the place of this address</source>
        <translation>Encontrar el lugar de esta dirección</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>%1 away</source>
        <translation>a %1</translation>
    </message>
    <message>
        <source>same spot</source>
        <translation>mismo punto</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>mismo teléfono</translation>
    </message>
    <message>
        <source>phone alike</source>
        <translation>teléfono parecido</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>misma dirección</translation>
    </message>
    <message>
        <source>address alike</source>
        <translation>dirección parecida</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>mismo nombre</translation>
    </message>
    <message>
        <source>name alike</source>
        <translation>nombre parecido</translation>
    </message>
    <message>
        <source>same town</source>
        <translation>mismo pueblo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>No pin</source>
        <translation>Sin punto</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Only one of both was asked.</source>
        <translation>Solo a uno de los dos se le preguntó.</translation>
    </message>
    <message>
        <source>The stricter answer holds, whichever entry stays.</source>
        <translation>Vale la respuesta más estricta, sea cual sea la ficha que se quede.</translation>
    </message>
    <message>
        <source>The answer that says who asked, and when, holds.</source>
        <translation>Vale la respuesta que dice quién preguntó y cuándo.</translation>
    </message>
    <message>
        <source>Both say the same; the later answer holds.</source>
        <translation>Las dos dicen lo mismo; vale la más reciente.</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Las dos dicen lo mismo.</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>nunca se imprime</translation>
    </message>
    <message>
        <source>on one print run</source>
        <translation>en un tiraje</translation>
    </message>
    <message>
        <source>on {n} print runs</source>
        <translation>en {n} tirajes</translation>
    </message>
    <message>
        <source>%1 stays. No printed guide names %2.</source>
        <translation>Se queda %1. Ninguna guía impresa nombra a %2.</translation>
    </message>
    <message>
        <source>%1 stays. One print run goes on naming %2; it is on this business’s recall list.</source>
        <translation>Se queda %1. Un tiraje sigue nombrando a %2; está en la lista para recoger de este negocio.</translation>
    </message>
    <message>
        <source>%1 stays. {n} print runs go on naming %2; they are on this business’s recall list.</source>
        <translation>Se queda %1. {n} tirajes siguen nombrando a %2; están en la lista para recoger de este negocio.</translation>
    </message>
    <message>
        <source>Somebody asked again after the refusal; that answer holds.</source>
        <translation>Alguien volvió a preguntar después de la negativa; vale esa respuesta.</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Possible duplicates</source>
        <translation>Posibles duplicados</translation>
    </message>
    <message>
        <source>Pairs that may be one business</source>
        <translation>Parejas que pueden ser un solo negocio</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>Buscando duplicados</translation>
    </message>
    <message>
        <source>One pair</source>
        <translation>Una pareja</translation>
    </message>
    <message>
        <source>{n} pairs, the likeliest first</source>
        <translation>{n} parejas, la más probable primero</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Se detuvo</translation>
    </message>
    <message>
        <source>The businesses were not all compared.</source>
        <translation>No se compararon todos los negocios.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar otra vez</translation>
    </message>
    <message>
        <source>Comparing all businesses…</source>
        <translation>Comparando todos los negocios…</translation>
    </message>
    <message>
        <source>By phone, name, place and address.</source>
        <translation>Por teléfono, nombre, lugar y dirección.</translation>
    </message>
    <message>
        <source>Nobody is here twice</source>
        <translation>Nadie está dos veces</translation>
    </message>
    <message>
        <source>No two businesses share a phone, a name or a place. To merge two that you know are one, select both in the list and press Ctrl+M.</source>
        <translation>No hay dos negocios con el mismo teléfono, nombre o lugar. Para unir dos que usted sabe que son uno, selecciónelos en la lista y oprima Ctrl+M.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>you chose these two</source>
        <translation>usted eligió estos dos</translation>
    </message>
    <message>
        <source>Merged %1 (%2) into %3</source>
        <translation>%1 (%2) se unió a %3</translation>
    </message>
    <message>
        <source>These two are not the same, and will not come up again</source>
        <translation>Estos dos no son el mismo y no volverán a aparecer</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Business</source>
        <translation>Negocio</translation>
    </message>
    <message>
        <source>This is what you typed last time</source>
        <translation>Esto es lo que escribió la última vez</translation>
    </message>
    <message>
        <source>A business needs a name</source>
        <translation>Un negocio necesita un nombre</translation>
    </message>
    <message>
        <source>This is no e-mail address</source>
        <translation>Esto no es un correo</translation>
    </message>
    <message>
        <source>This is no web address</source>
        <translation>Esto no es una dirección web</translation>
    </message>
    <message>
        <source>Five digits</source>
        <translation>Cinco cifras</translation>
    </message>
    <message>
        <source>Two capital letters</source>
        <translation>Dos letras mayúsculas</translation>
    </message>
    <message>
        <source>What you typed is still here</source>
        <translation>Lo que usted escribió sigue aquí</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Revisado hoy</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Where it was printed</source>
        <translation>Dónde se imprimió</translation>
    </message>
    <message>
        <source>Call to check</source>
        <translation>Llamar para revisar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>They withdrew…</source>
        <translation>Se retiraron…</translation>
    </message>
    <message>
        <source>%1 is checked</source>
        <translation>%1 está revisado</translation>
    </message>
    <message>
        <source>%1 is approved</source>
        <translation>%1 está aprobado</translation>
    </message>
    <message>
        <source>%1 is archived</source>
        <translation>%1 está archivado</translation>
    </message>
    <message>
        <source>These two are not the same</source>
        <translation>Estos dos no son el mismo</translation>
    </message>
    <message>
        <source>Answers of %1 recorded</source>
        <translation>Respuestas de %1 guardadas</translation>
    </message>
</context>
<context>
    <name>EditorHead</name>
    <message>
        <source>Back to the table</source>
        <translation>Volver a la tabla</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>New business</source>
        <translation>Negocio nuevo</translation>
    </message>
    <message>
        <source>Kept once it has a name</source>
        <translation>Se guarda en cuanto tenga nombre</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Such a folder keeps old versions and deleted files on other machines, where nobody can erase a business that withdrew. Move the directory into a folder of this laptop alone, then open it there.</source>
        <translation>Una carpeta así guarda versiones viejas y archivos borrados en otras máquinas, donde nadie puede borrar un negocio que se retiró. Mueva el directorio a una carpeta que esté solo en esta computadora y ábralo ahí.</translation>
    </message>
    <message>
        <source>Open another directory</source>
        <translation>Abrir otro directorio</translation>
    </message>
    <message>
        <source>Allow it on this laptop all the same…</source>
        <translation>Permitirlo aun así en esta computadora…</translation>
    </message>
    <message>
        <source>Let the list leave this laptop?</source>
        <translation>¿Dejar que la lista salga de esta computadora?</translation>
    </message>
    <message>
        <source>Whoever runs that service, and whoever gets at its machines, then has the list. It stays allowed until it is switched off in the settings file.</source>
        <translation>Quien maneja ese servicio, y quien llegue a sus máquinas, tendrá la lista. Queda permitido hasta que se quite en el archivo de ajustes.</translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>Permitirlo</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Nothing matches</source>
        <translation>Nada coincide</translation>
    </message>
    <message>
        <source>No business has all of these words and answers.</source>
        <translation>Ningún negocio tiene todas estas palabras y respuestas.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>No businesses yet</source>
        <translation>Aún no hay negocios</translation>
    </message>
    <message>
        <source>Bring in a list from a spreadsheet, or add the first one by hand.</source>
        <translation>Traiga una lista de una hoja de cálculo o agregue el primero a mano.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>Add the first one</source>
        <translation>Agregar el primero</translation>
    </message>
    <message>
        <source>Nobody left to ask</source>
        <translation>No queda nadie por preguntar</translation>
    </message>
    <message>
        <source>New businesses appear here until somebody has asked them.</source>
        <translation>Los negocios nuevos aparecen aquí hasta que alguien les pregunte.</translation>
    </message>
    <message>
        <source>Everything is fresh</source>
        <translation>Todo está al día</translation>
    </message>
    <message>
        <source>A business comes here when nobody has checked it for half a year.</source>
        <translation>Un negocio llega aquí cuando nadie lo ha revisado en medio año.</translation>
    </message>
    <message>
        <source>Every business has its place</source>
        <translation>Cada negocio tiene su lugar</translation>
    </message>
    <message>
        <source>What has no pin on the map yet is listed here.</source>
        <translation>Aquí está lo que aún no tiene punto en el mapa.</translation>
    </message>
    <message>
        <source>No two look alike</source>
        <translation>No hay dos parecidos</translation>
    </message>
    <message>
        <source>Businesses with the same phone or name are listed here.</source>
        <translation>Aquí están los negocios con el mismo teléfono o nombre.</translation>
    </message>
    <message>
        <source>Nothing changed this week</source>
        <translation>Nada cambió esta semana</translation>
    </message>
    <message>
        <source>What somebody adds or edits is listed here for seven days.</source>
        <translation>Lo que alguien agrega o edita se muestra aquí durante siete días.</translation>
    </message>
    <message>
        <source>No consent ends soon</source>
        <translation>Ningún permiso termina pronto</translation>
    </message>
    <message>
        <source>A yes that ends within two months is listed here, to ask again.</source>
        <translation>Aquí está cada sí que termina en dos meses, para preguntar de nuevo.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>Without it there is one.</source>
        <translation>Sin eso hay uno.</translation>
    </message>
    <message>
        <source>Without it there are {n}.</source>
        <translation>Sin eso hay {n}.</translation>
    </message>
    <message>
        <source>No business here has %1 too.</source>
        <translation>Ningún negocio tiene además %1.</translation>
    </message>
    <message>
        <source>No business in this directory has %1.</source>
        <translation>Ningún negocio de este directorio tiene %1.</translation>
    </message>
    <message>
        <source>There is nothing %1.</source>
        <translation>No hay nada %1.</translation>
    </message>
    <message>
        <source>in this part of the map</source>
        <translation>en esta parte del mapa</translation>
    </message>
    <message>
        <source>Look everywhere</source>
        <translation>Buscar en todas partes</translation>
    </message>
    <message>
        <source>of it in this list</source>
        <translation>de eso en esta lista</translation>
    </message>
    <message>
        <source>Look in all</source>
        <translation>Buscar en todos</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>Encrypt</name>
    <message>
        <source>Encrypt it</source>
        <translation>Cifrarlo</translation>
    </message>
    <message>
        <source>A recovery code, for when the passphrase is lost</source>
        <translation>Un código de recuperación, por si se pierde la frase</translation>
    </message>
    <message>
        <source>Delete the backups that anybody can read</source>
        <translation>Borrar los respaldos que cualquiera puede leer</translation>
    </message>
    <message>
        <source>Copies elsewhere stay as they are: on sticks, in old backups of this computer, and maybe in unused parts of this disk.</source>
        <translation>Las copias en otros lugares quedan como están: en memorias, en respaldos viejos de esta computadora y tal vez en partes libres del disco.</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the businesses</source>
        <translation>Elegir los negocios</translation>
    </message>
    <message>
        <source>{place}, within {miles} mi</source>
        <translation>{place}, a menos de {miles} mi</translation>
    </message>
    <message>
        <source>{n} listed</source>
        <translation>{n} en la lista</translation>
    </message>
    <message>
        <source>{n} listed</source>
        <comment>one</comment>
        <translation>{n} en la lista</translation>
    </message>
    <message>
        <source>{listed} of {near} who may print</source>
        <translation>{listed} de {near} con permiso</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>What and when</source>
        <translation>Qué y cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>For the page</source>
        <translation>Para la página</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In Spanish</source>
        <translation>En español</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Organiza</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Intro</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Name in Spanish</source>
        <translation>Nombre en español</translation>
    </message>
    <message>
        <source>Intro in Spanish</source>
        <translation>Saludo en español</translation>
    </message>
    <message>
        <source>Within how many miles</source>
        <translation>Dentro de cuántas millas</translation>
    </message>
    <message>
        <source>e.g. Dec 5</source>
        <translation>p. ej. 5 dic</translation>
    </message>
    <message>
        <source>Choose the day in a calendar</source>
        <translation>Elegir el día en un calendario</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>todo el día</translation>
    </message>
    <message>
        <source>Street, town</source>
        <translation>Calle, pueblo</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>Agregar evento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation>Borrar evento</translation>
    </message>
    <message>
        <source>No place found: distances are left out</source>
        <translation>Sin lugar: no se dan distancias</translation>
    </message>
    <message>
        <source>Middle of the town: no distances nearby</source>
        <translation>Centro del pueblo: sin distancias cercanas</translation>
    </message>
    <message>
        <source>Miles</source>
        <translation>Millas</translation>
    </message>
    <message>
        <source>how far; empty for all</source>
        <translation>hasta dónde; vacío: todos</translation>
    </message>
    <message>
        <source>Placed by its ZIP code, roughly</source>
        <translation>Puesto por su código postal, aproximado</translation>
    </message>
    <message>
        <source>Placed on the street</source>
        <translation>Puesto en la calle</translation>
    </message>
    <message>
        <source>Placed by hand</source>
        <translation>Puesto a mano</translation>
    </message>
    <message>
        <source>Placed at the address</source>
        <translation>Puesto en la dirección</translation>
    </message>
    <message>
        <source>An event needs a name</source>
        <translation>Un evento necesita un nombre</translation>
    </message>
    <message>
        <source>Type a day, like Dec 5</source>
        <translation>Escriba un día, como 5 dic</translation>
    </message>
    <message>
        <source>An event needs a day</source>
        <translation>Un evento necesita un día</translation>
    </message>
    <message>
        <source>This day has passed</source>
        <translation>Este día ya pasó</translation>
    </message>
    <message>
        <source>Type a time, like 10 am</source>
        <translation>Escriba una hora, como 10 am</translation>
    </message>
    <message>
        <source>The next morning</source>
        <translation>La mañana siguiente</translation>
    </message>
    <message>
        <source>Type a number of miles</source>
        <translation>Escriba un número de millas</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Call first</source>
        <translation>Llame antes</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin preguntar</translation>
    </message>
    <message>
        <source>Said no</source>
        <translation>Dijo que no</translation>
    </message>
    <message>
        <source>Took back their yes</source>
        <translation>Retiró su sí</translation>
    </message>
    <message>
        <source>Their yes ends before the event</source>
        <translation>Su sí termina antes del evento</translation>
    </message>
    <message>
        <source>A yes without who asked or when</source>
        <translation>Un sí sin quién preguntó ni cuándo</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>Aún sin revisar</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Closed for good</source>
        <translation>Cerró para siempre</translation>
    </message>
    <message>
        <source>Too far away</source>
        <translation>Demasiado lejos</translation>
    </message>
    <message>
        <source>Has no place on the map</source>
        <translation>No tiene lugar en el mapa</translation>
    </message>
    <message>
        <source>Closed then</source>
        <translation>Cerrado entonces</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horario desconocido</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>Usted lo dejó fuera</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>desde las {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta las {time}</translation>
    </message>
    <message>
        <source>about {miles} mi {point}</source>
        <translation>unas {miles} mi al {point}</translation>
    </message>
    <message>
        <source>{miles} mi {point}</source>
        <translation>{miles} mi al {point}</translation>
    </message>
    <message>
        <source>Restored: who refused since is not known</source>
        <translation>Restaurado: no se sabe quién se negó después</translation>
    </message>
    <message>
        <source>An entry like it said no</source>
        <translation>Un registro parecido dijo que no</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>Agregar evento</translation>
    </message>
    <message>
        <source>Make a guide…</source>
        <translation>Hacer una guía…</translation>
    </message>
    <message>
        <source>Businesses near the event</source>
        <translation>Negocios cerca del evento</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Who is near</source>
        <translation>Quién está cerca</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Drag, or Alt with the arrows, to order</source>
        <translation>Arrastre, o Alt y las flechas, para ordenar</translation>
    </message>
    <message>
        <source>Order by distance</source>
        <translation>Ordenar por distancia</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Todavía no hay eventos</translation>
    </message>
    <message>
        <source>A canvass, a church fair, a house party: add it, see who is near and open, and print a guide to hand out.</source>
        <translation>Una visita casa por casa, una kermés, una reunión: agréguela, vea quién está cerca y abierto, e imprima una guía para repartir.</translation>
    </message>
    <message>
        <source>Who will be near?</source>
        <translation>¿Quién estará cerca?</translation>
    </message>
    <message>
        <source>Add the event, and the businesses near it appear here.</source>
        <translation>Agregue el evento y aquí aparecerán los negocios cercanos.</translation>
    </message>
    <message>
        <source>Nobody to list yet</source>
        <translation>Todavía nadie para la lista</translation>
    </message>
    <message>
        <source>Businesses appear here once they said yes to print.</source>
        <translation>Los negocios aparecen aquí cuando dicen sí a imprimir.</translation>
    </message>
    <message>
        <source>Deleted “{name}”; its print runs stay</source>
        <translation>Se borró «{name}»; sus tirajes quedan</translation>
    </message>
    <message>
        <source>{n} listed</source>
        <translation>{n} en la lista</translation>
    </message>
    <message>
        <source>{n} listed</source>
        <comment>one</comment>
        <translation>{n} en la lista</translation>
    </message>
    <message>
        <source>{n} business listed</source>
        <translation>{n} negocio en la lista</translation>
    </message>
    <message>
        <source>{n} businesses listed</source>
        <translation>{n} negocios en la lista</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} fuera</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <comment>one</comment>
        <translation>{n} fuera</translation>
    </message>
    <message>
        <source>Event added</source>
        <translation>Evento agregado</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Private table</source>
        <translation>Tabla privada</translation>
    </message>
    <message>
        <source>Only who said yes to printed paper.</source>
        <translation>Solo quien dijo que sí al papel impreso.</translation>
    </message>
    <message>
        <source>Only who said yes to a public web page.</source>
        <translation>Solo quien dijo que sí a una página pública.</translation>
    </message>
    <message>
        <source>Only who said yes to other coalitions.</source>
        <translation>Solo quien dijo que sí a otras coaliciones.</translation>
    </message>
    <message>
        <source>{n} yes has ended</source>
        <translation>{n} permiso venció</translation>
    </message>
    <message>
        <source>{n} yeses have ended</source>
        <translation>{n} permisos vencieron</translation>
    </message>
    <message>
        <source>{n} lacks who asked, or when</source>
        <translation>de {n} falta quién preguntó o cuándo</translation>
    </message>
    <message>
        <source>{n} lack who asked, or when</source>
        <translation>de {n} falta quién preguntó o cuándo</translation>
    </message>
    <message>
        <source>All that staff need; never handed on</source>
        <translation>Lo del equipo; no se comparte</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>{n} was not asked</source>
        <translation>a {n} no se le preguntó</translation>
    </message>
    <message>
        <source>{n} were not asked</source>
        <translation>a {n} no se les preguntó</translation>
    </message>
    <message>
        <source>{n} said no</source>
        <comment>one</comment>
        <translation>{n} dijo que no</translation>
    </message>
    <message>
        <source>{n} said no</source>
        <translation>{n} dijeron que no</translation>
    </message>
    <message>
        <source>{n} withdrew</source>
        <comment>one</comment>
        <translation>{n} se retiró</translation>
    </message>
    <message>
        <source>{n} withdrew</source>
        <translation>{n} se retiraron</translation>
    </message>
    <message>
        <source>{n} is being reviewed</source>
        <translation>{n} está en revisión</translation>
    </message>
    <message>
        <source>{n} are being reviewed</source>
        <translation>{n} están en revisión</translation>
    </message>
    <message>
        <source>{n} is archived</source>
        <translation>{n} está archivado</translation>
    </message>
    <message>
        <source>{n} are archived</source>
        <translation>{n} están archivados</translation>
    </message>
    <message>
        <source>{n} closed for good</source>
        <comment>one</comment>
        <translation>{n} cerró para siempre</translation>
    </message>
    <message>
        <source>{n} closed for good</source>
        <translation>{n} cerraron para siempre</translation>
    </message>
    <message>
        <source>{n} waits for who refused since the backup</source>
        <translation>{n} espera a que se diga quién se negó después del respaldo</translation>
    </message>
    <message>
        <source>{n} wait for who refused since the backup</source>
        <translation>{n} esperan a que se diga quién se negó después del respaldo</translation>
    </message>
    <message>
        <source>{n} is like an entry that said no</source>
        <translation>{n} se parece a un registro que dijo que no</translation>
    </message>
    <message>
        <source>{n} are like an entry that said no</source>
        <translation>{n} se parecen a registros que dijeron que no</translation>
    </message>
</context>
<context>
    <name>ExportFoot</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the page that was saved</source>
        <translation>Abrir la página que se guardó</translation>
    </message>
    <message>
        <source>Good until {day}</source>
        <translation>Vale hasta el {day}</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>Se guardó {file}</translation>
    </message>
    <message>
        <source>{n} business · run {run}</source>
        <translation>{n} negocio · tiraje {run}</translation>
    </message>
    <message>
        <source>{n} businesses · run {run}</source>
        <translation>{n} negocios · tiraje {run}</translation>
    </message>
    <message>
        <source>good until {day}</source>
        <translation>vale hasta el {day}</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Somebody else writes now: what leaves could not be recorded</source>
        <translation>Alguien más está escribiendo: lo que sale no se podría anotar</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Left: %1. Right: %2.</source>
        <translation>Izquierda: %1. Derecha: %2.</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>Printed only after the owner&apos;s yes</source>
        <translation>Se imprime solo con el sí del dueño</translation>
    </message>
    <message>
        <source>Never printed</source>
        <translation>Nunca se imprime</translation>
    </message>
    <message>
        <source>Decides what is printed</source>
        <translation>Decide lo que se imprime</translation>
    </message>
</context>
<context>
    <name>FieldLine</name>
    <message>
        <source>Still right</source>
        <translation>Sigue bien</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Se preguntó</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Saltado</translation>
    </message>
    <message>
        <source>to ask</source>
        <translation>por preguntar</translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>Field directory</source>
        <translation>Directorio de campo</translation>
    </message>
    <message>
        <source>For the laptop that is carried about</source>
        <translation>Para la computadora que sale a la calle</translation>
    </message>
    <message>
        <source>A small directory of those who said yes to print, with the coming events: no notes, no contacts, no history, nobody who said no. Guides are printed from it; nothing in it can be changed. After its last day it does not open any more.</source>
        <translation>Un directorio pequeño con quienes dijeron que sí a imprimir y los próximos eventos: sin notas, sin contactos, sin historial y sin nadie que haya dicho que no. De él se imprimen guías; no se puede cambiar nada. Después de su último día ya no se abre.</translation>
    </message>
    <message>
        <source>Make the field directory…</source>
        <translation>Crear el directorio de campo…</translation>
    </message>
    <message>
        <source>Bring home what was printed</source>
        <translation>Traer de vuelta lo que se imprimió</translation>
    </message>
    <message>
        <source>Choose the folder of the field directory, also after its last day. Then a recall knows of that paper too. It needs no passphrase, and may be done again.</source>
        <translation>Elija la carpeta del directorio de campo, también después de su último día. Así, si hay que recoger algo, también se sabe de ese papel. No hace falta la frase de paso, y se puede repetir.</translation>
    </message>
    <message>
        <source>Choose its folder…</source>
        <translation>Elegir su carpeta…</translation>
    </message>
    <message>
        <source>A part, as in the directory’s search: town:clovis</source>
        <translation>Una parte, como al buscar en el directorio: pueblo:clovis</translation>
    </message>
    <message>
        <source>Which part goes along</source>
        <translation>Qué parte va</translation>
    </message>
    <message>
        <source>Its last day</source>
        <translation>Su último día</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Counting what would go along</source>
        <translation>Contando lo que iría</translation>
    </message>
    <message>
        <source>Save the field directory</source>
        <translation>Guardar el directorio de campo</translation>
    </message>
    <message>
        <source>Making the field directory</source>
        <translation>Creando el directorio de campo</translation>
    </message>
    <message>
        <source>The folder of the field directory</source>
        <translation>La carpeta del directorio de campo</translation>
    </message>
    <message>
        <source>Reading what was printed</source>
        <translation>Leyendo lo que se imprimió</translation>
    </message>
    <message>
        <source>Nobody of these may be printed now.</source>
        <translation>Ahora no se puede imprimir a nadie de estos.</translation>
    </message>
    <message>
        <source>{n} business</source>
        <translation>{n} negocio</translation>
    </message>
    <message>
        <source>{n} businesses</source>
        <translation>{n} negocios</translation>
    </message>
    <message>
        <source>{n} event</source>
        <translation>{n} evento</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>{n} eventos</translation>
    </message>
    <message>
        <source>Run %1 is in %2. Take the folder to the other laptop, and tell the six words by telephone. Bring the folder home afterwards.</source>
        <translation>El tiraje %1 está en %2. Lleve la carpeta a la otra computadora y diga las seis palabras por teléfono. Después traiga la carpeta de vuelta.</translation>
    </message>
    <message>
        <source>Nothing was printed from it that is not known here.</source>
        <translation>No se imprimió nada que aquí no se sepa ya.</translation>
    </message>
    <message>
        <source>{n} print run came home: %1</source>
        <translation>Llegó {n} tiraje: %1</translation>
    </message>
    <message>
        <source>{n} print runs came home: %1</source>
        <translation>Llegaron {n} tirajes: %1</translation>
    </message>
    <message>
        <source>There are two copies of this field directory: number %1 stands on paper of both. The second is kept under a number of its own.</source>
        <translation>Hay dos copias de este directorio de campo: el número %1 está en papel de ambas. La segunda se guarda con un número propio.</translation>
    </message>
    <message>
        <source>Run %1, ended on %2</source>
        <translation>Tiraje %1, terminó el %2</translation>
    </message>
    <message>
        <source>Run %1, until %2</source>
        <translation>Tiraje %1, hasta el %2</translation>
    </message>
</context>
<context>
    <name>FieldTicks</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Own script</source>
        <translation>Su escritura</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>What it sells</source>
        <translation>Qué vende</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Open then</source>
        <translation>Si abre entonces</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Wheelchair, take-away</source>
        <translation>Silla de ruedas, para llevar</translation>
    </message>
    <message>
        <source>Way there, more words</source>
        <translation>Cómo llegar, más datos</translation>
    </message>
    <message>
        <source>QR codes</source>
        <translation>Códigos QR</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Portada</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Introducción</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Cómo leerla</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Índice</translation>
    </message>
    <message>
        <source>Index of towns</source>
        <translation>Índice de pueblos</translation>
    </message>
    <message>
        <source>Index of kinds</source>
        <translation>Índice de cocinas</translation>
    </message>
    <message>
        <source>QR code of the guide</source>
        <translation>Código QR de la guía</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>Fewer things to show</source>
        <translation>Menos cosas que mostrar</translation>
    </message>
    <message>
        <source>More things to show</source>
        <translation>Más cosas que mostrar</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change how the file is read</source>
        <translation>Cambiar cómo se lee el archivo</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Columnas…</translation>
    </message>
    <message>
        <source>{n} column left out</source>
        <translation>{n} columna se deja fuera</translation>
    </message>
    <message>
        <source>{n} columns left out</source>
        <translation>{n} columnas se dejan fuera</translation>
    </message>
    <message>
        <source>The one column matched</source>
        <translation>La única columna coincide</translation>
    </message>
    <message>
        <source>All {n} columns matched</source>
        <translation>Las {n} columnas coinciden</translation>
    </message>
    <message>
        <source>{n} row</source>
        <translation>{n} fila</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} filas</translation>
    </message>
    <message>
        <source>{n} column</source>
        <translation>{n} columna</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} columnas</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>There is a file of this name already</source>
        <translation>Ya hay un archivo con este nombre</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Reemplazarlo</translation>
    </message>
    <message>
        <source>It lies on a network share.</source>
        <translation>Está en una carpeta de red.</translation>
    </message>
    <message>
        <source>{program} copies this folder to other machines.</source>
        <translation>{program} copia esta carpeta a otras máquinas.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter: all that can be asked for</source>
        <translation>Filtrar: todo lo que se puede pedir</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>As a new one…</source>
        <translation>Como nueva…</translation>
    </message>
    <message>
        <source>Save this search as a new list</source>
        <translation>Guardar esta búsqueda como lista nueva</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>Guardar lista…</translation>
    </message>
    <message>
        <source>Save this search as a list</source>
        <translation>Guardar esta búsqueda como lista</translation>
    </message>
    <message>
        <source>Columns and order</source>
        <translation>Columnas y orden</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Guardar lista</translation>
    </message>
    <message>
        <source>Save this search in the list “%1”</source>
        <translation>Guardar esta búsqueda en la lista «%1»</translation>
    </message>
    <message>
        <source>Find places…</source>
        <translation>Encontrar lugares…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>FilterMenu</name>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Near…</source>
        <translation>Cerca de…</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Tiene</translation>
    </message>
    <message>
        <source>Lacks</source>
        <translation>Le falta</translation>
    </message>
    <message>
        <source>Code…</source>
        <translation>Código…</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Otro…</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Within %1 mi of…</source>
        <translation>A %1 mi o menos de…</translation>
    </message>
</context>
<context>
    <name>FitBox</name>
    <message>
        <source>Fit to</source>
        <translation>Ajustar a</translation>
    </message>
    <message>
        <source>Fit to so many sheets</source>
        <translation>Ajustar a tantas hojas</translation>
    </message>
    <message>
        <source>Sheets of paper a copy</source>
        <translation>Hojas de papel por copia</translation>
    </message>
    <message>
        <source>sheet</source>
        <comment>one</comment>
        <translation>hoja</translation>
    </message>
    <message>
        <source>sheets</source>
        <comment>many</comment>
        <translation>hojas</translation>
    </message>
    <message>
        <source>One sheet a copy, in the largest type that fits</source>
        <translation>Una hoja por copia, con la letra más grande que cabe</translation>
    </message>
    <message>
        <source>{n} sheets a copy, in the largest type that fits</source>
        <translation>{n} hojas por copia, con la letra más grande que cabe</translation>
    </message>
    <message>
        <source>It takes one sheet.</source>
        <translation>Ocupa una hoja.</translation>
    </message>
    <message>
        <source>It takes {n} sheets.</source>
        <translation>Ocupa {n} hojas.</translation>
    </message>
    <message>
        <source>Choose what may go:</source>
        <translation>Elija qué se puede quitar:</translation>
    </message>
    <message>
        <source>Take more sheets, or another layout.</source>
        <translation>Use más hojas u otro formato.</translation>
    </message>
    <message>
        <source>Without the map</source>
        <translation>Sin el mapa</translation>
    </message>
    <message>
        <source>Only the one that is open then</source>
        <translation>Solo el que abre entonces</translation>
    </message>
    <message>
        <source>Only the {n} that are open then</source>
        <translation>Solo los {n} que abren entonces</translation>
    </message>
    <message>
        <source>Only the one within {miles} mi</source>
        <translation>Solo el que está a {miles} mi o menos</translation>
    </message>
    <message>
        <source>Only the {n} within {miles} mi</source>
        <translation>Solo los {n} que están a {miles} mi o menos</translation>
    </message>
    <message>
        <source>Without: {names}</source>
        <translation>Sin: {names}</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>GuideFoot</name>
    <message>
        <source>Save and print</source>
        <translation>Guardar e imprimir</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Print an earlier run again</source>
        <translation>Imprimir otra vez un tiraje anterior</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Run {run}, {day}, {n} copy</source>
        <translation>Tiraje {run}, {day}, {n} copia</translation>
    </message>
    <message>
        <source>Run {run}, {day}, {n} copies</source>
        <translation>Tiraje {run}, {day}, {n} copias</translation>
    </message>
    <message>
        <source>Print {n} copy</source>
        <translation>Imprimir {n} copia</translation>
    </message>
    <message>
        <source>Print {n} copies</source>
        <translation>Imprimir {n} copias</translation>
    </message>
    <message>
        <source>{sheets} · about {cost}</source>
        <translation>{sheets} · unos {cost}</translation>
    </message>
    <message>
        <source>{run} · text of {size} pt</source>
        <translation>{run} · letra de {size} pt</translation>
    </message>
    <message>
        <source>Run {number} · private, shred it afterwards</source>
        <translation>Tiraje {number} · privado, destrúyalo después</translation>
    </message>
    <message>
        <source>Run {number} · use by {day}</source>
        <translation>Tiraje {number} · usar antes del {day}</translation>
    </message>
</context>
<context>
    <name>GuideHead</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Before printing</source>
        <translation>Antes de imprimir</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Doblada</translation>
    </message>
    <message>
        <source>Grey copy</source>
        <translation>Copia gris</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Show the pages as</source>
        <translation>Mostrar las páginas como</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más chico</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fit the pages into the window</source>
        <translation>Ajustar las páginas a la ventana</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas de la guía</translation>
    </message>
    <message>
        <source>Small pages</source>
        <translation>Páginas pequeñas</translation>
    </message>
    <message>
        <source>A guide is made for an event</source>
        <translation>Una guía se hace para un evento</translation>
    </message>
    <message>
        <source>Choose or add one, and its guide appears here.</source>
        <translation>Elija o agregue uno, y su guía aparece aquí.</translation>
    </message>
    <message>
        <source>Go to the events</source>
        <translation>Ir a los eventos</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
</context>
<context>
    <name>HeldLock</name>
    <message>
        <source>Locked. What you typed cannot be kept yet and waits here: make room on the disk.</source>
        <translation>Bloqueado. Lo que escribió aún no se puede guardar y espera aquí: libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Lock without keeping it</source>
        <translation>Bloquear sin guardarlo</translation>
    </message>
    <message>
        <source>Lock without keeping it?</source>
        <translation>¿Bloquear sin guardarlo?</translation>
    </message>
    <message>
        <source>What you typed and did not save is lost then.</source>
        <translation>Entonces se pierde lo que escribió y no guardó.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search in the guides</source>
        <translation>Buscar en las guías</translation>
    </message>
    <message>
        <source>Parts of the guides</source>
        <translation>Partes de las guías</translation>
    </message>
    <message>
        <source>The guide</source>
        <translation>La guía</translation>
    </message>
    <message>
        <source>Not in the guides</source>
        <translation>No está en las guías</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Aprobado por</translation>
    </message>
    <message>
        <source>Merged with another entry</source>
        <translation>Unido con otra ficha</translation>
    </message>
    <message>
        <source>Compared with a packet</source>
        <translation>Comparado con un paquete</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>On the guide</source>
        <translation>En la guía</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Choice for an event</source>
        <translation>Elección para un evento</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>No es duplicado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambió</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Y %1 más.</translation>
    </message>
    <message>
        <source>%1 was changed since and stays.</source>
        <translation>%1: cambió después y se queda.</translation>
    </message>
    <message>
        <source>%1: the owner’s no stays.</source>
        <translation>%1: el no del dueño se queda.</translation>
    </message>
    <message>
        <source>%1 was printed since and stays.</source>
        <translation>%1: se imprimió después y se queda.</translation>
    </message>
    <message>
        <source>%1: what it belonged to is gone.</source>
        <translation>%1: ya no existe aquello a lo que pertenecía.</translation>
    </message>
    <message>
        <source>%1 withdrew and does not come back.</source>
        <translation>%1: se retiró y no vuelve.</translation>
    </message>
    <message>
        <source>Said to be another than one that was forgotten</source>
        <translation>Se dijo que es otro que uno que se olvidó</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Of the whole directory</source>
        <translation>De todo el directorio</translation>
    </message>
    <message>
        <source>Whose changes</source>
        <translation>Cambios de quién</translation>
    </message>
    <message>
        <source>Of which days</source>
        <translation>De qué días</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Cualquier día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>The last week</source>
        <translation>La última semana</translation>
    </message>
    <message>
        <source>The last month</source>
        <translation>El último mes</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>Pasos, primero los más recientes</translation>
    </message>
    <message>
        <source>What this step changed</source>
        <translation>Lo que cambió este paso</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Undo this step</source>
        <translation>Deshacer este paso</translation>
    </message>
    <message>
        <source>Back to the steps</source>
        <translation>Volver a los pasos</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Historial de %1</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Un paso</translation>
    </message>
    <message>
        <source>{n} steps</source>
        <translation>{n} pasos</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Every change is listed here with who made it. What was forgotten is not.</source>
        <translation>Aquí está cada cambio y quién lo hizo. Lo que se olvidó, no.</translation>
    </message>
    <message>
        <source>and one more change</source>
        <translation>y un cambio más</translation>
    </message>
    <message>
        <source>and {n} more changes</source>
        <translation>y {n} cambios más</translation>
    </message>
    <message>
        <source>Taking the step back</source>
        <translation>Deshaciendo el paso</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Nothing could be taken back</source>
        <translation>No se pudo deshacer nada</translation>
    </message>
</context>
<context>
    <name>Holidays</name>
    <message>
        <source>Public holidays</source>
        <translation>Días festivos</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>As Sunday</source>
        <translation>Como domingo</translation>
    </message>
    <message>
        <source>Other hours</source>
        <translation>Otro horario</translation>
    </message>
    <message>
        <source>Not understood. Try “10–2”</source>
        <translation>No se entiende. Pruebe “10–2”</translation>
    </message>
    <message>
        <source>Hours on public holidays</source>
        <translation>Horario de los días festivos</translation>
    </message>
    <message>
        <source>10 am–2 pm</source>
        <translation>10 am–2 pm</translation>
    </message>
</context>
<context>
    <name>HomeQuestion</name>
    <message>
        <source>Does somebody live here? Of a home we keep the town only, and no street.</source>
        <translation>¿Vive alguien aquí? De una casa guardamos solo el pueblo, sin la calle.</translation>
    </message>
    <message>
        <source>Yes, it is a home</source>
        <translation>Sí, es una casa</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No, nobody lives here</source>
        <translation>No, aquí no vive nadie</translation>
    </message>
</context>
<context>
    <name>HoursForm</name>
    <message>
        <source>am and pm are right</source>
        <translation>am y pm están bien</translation>
    </message>
    <message>
        <source>Not understood. Try “Tue–Sun 8–3”</source>
        <translation>No se entiende. Pruebe “mar–dom 8–3”</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Tue–Sun 8 am–3 pm</source>
        <translation>Mar–dom 8 am–3 pm</translation>
    </message>
    <message>
        <source>This is no OSM syntax</source>
        <translation>Esto no es sintaxis OSM</translation>
    </message>
    <message>
        <source>OSM syntax</source>
        <translation>Sintaxis OSM</translation>
    </message>
    <message>
        <source>The usual week</source>
        <translation>La semana normal</translation>
    </message>
    <message>
        <source>No grid can show this week</source>
        <translation>Ningún cuadro puede mostrar esta semana</translation>
    </message>
    <message>
        <source>Kept as it is: %1</source>
        <translation>Se deja como está: %1</translation>
    </message>
</context>
<context>
    <name>HoursPopover</name>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Shift+↓ copies a day</source>
        <translation>Mayús+↓ copia un día</translation>
    </message>
</context>
<context>
    <name>HowFar</name>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Choosing</source>
        <translation>Eligiendo</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <source>Finding places</source>
        <translation>Encontrando lugares</translation>
    </message>
    <message>
        <source>Asking the service</source>
        <translation>Preguntando al servicio</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Dibujando</translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation>Desempacando</translation>
    </message>
    <message>
        <source>Reading streets and addresses</source>
        <translation>Leyendo calles y direcciones</translation>
    </message>
    <message>
        <source>Reading addresses</source>
        <translation>Leyendo direcciones</translation>
    </message>
    <message>
        <source>Looking for lakes and parks</source>
        <translation>Buscando lagos y parques</translation>
    </message>
    <message>
        <source>Reading lines of house numbers</source>
        <translation>Leyendo series de números de casa</translation>
    </message>
    <message>
        <source>Putting lakes and parks together</source>
        <translation>Armando lagos y parques</translation>
    </message>
    <message>
        <source>Making the index</source>
        <translation>Haciendo el índice</translation>
    </message>
    <message>
        <source>Drawing the main roads from afar</source>
        <translation>Dibujando las vías principales vistas de lejos</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>faltan unos segundos</translation>
    </message>
    <message>
        <source>about %1 seconds left</source>
        <translation>faltan unos %1 segundos</translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation>falta un minuto más o menos</translation>
    </message>
    <message>
        <source>about %1 minutes left</source>
        <translation>faltan unos %1 minutos</translation>
    </message>
    <message>
        <source>about an hour left</source>
        <translation>falta una hora más o menos</translation>
    </message>
    <message>
        <source>about %1 hours left</source>
        <translation>faltan unas %1 horas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>All rows</source>
        <translation>Todas las filas</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicado</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>punto y coma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulador</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barra |</translation>
    </message>
    <message>
        <source>Another one?</source>
        <translation>¿Es otro?</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Add it as a new business</source>
        <translation>Agregarlo como negocio nuevo</translation>
    </message>
    <message>
        <source>Change the one we have</source>
        <translation>Cambiar el que tenemos</translation>
    </message>
    <message>
        <source>It is there already</source>
        <translation>Ya está</translation>
    </message>
    <message>
        <source>Leave this row out</source>
        <translation>Dejar fuera esta fila</translation>
    </message>
    <message>
        <source>It asked to be taken out</source>
        <translation>Pidió que lo quitáramos</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Line {line}, {field}.</source>
        <translation>Línea {line}, {field}.</translation>
    </message>
    <message>
        <source>Line {line}, {field}: “{words}” may say {kind}.</source>
        <translation>Línea {line}, {field}: “{words}” puede decir {kind}.</translation>
    </message>
    <message>
        <source>It is another business: add it</source>
        <translation>Es otro negocio: agregarlo</translation>
    </message>
    <message>
        <source>It is another business: change the one we have</source>
        <translation>Es otro negocio: cambiar el que tenemos</translation>
    </message>
    <message>
        <source>It may have asked to be forgotten, and stays out until you say</source>
        <translation>Quizá pidió que se le olvidara; se queda fuera hasta que usted diga</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impreso</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Bring in a list</source>
        <translation>Traer una lista</translation>
    </message>
    <message>
        <source>Choose a CSV or Excel file, a map, address cards or an HSDS package, drop one here, or paste rows. You look it over first: nothing changes until you apply it.</source>
        <translation>Elija un archivo CSV o Excel, un mapa, tarjetas o un paquete HSDS, suéltelo aquí, o pegue filas. Primero lo revisa: nada cambia hasta que lo aplique.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Filas de la lista</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Filas que se ven</translation>
    </message>
    <message>
        <source>{file} is not there any more: choose it again</source>
        <translation>{file} ya no está ahí: elíjalo otra vez</translation>
    </message>
    <message>
        <source>{file} was changed since: look at it again</source>
        <translation>{file} cambió desde entonces: revíselo otra vez</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Elegir una lista</translation>
    </message>
    <message>
        <source>Lists ({kinds})</source>
        <translation>Listas ({kinds})</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Leyendo {file}</translation>
    </message>
    <message>
        <source>What it brings…</source>
        <translation>Qué trae…</translation>
    </message>
    <message>
        <source>Bringing in {file}</source>
        <translation>Importando {file}</translation>
    </message>
    <message>
        <source>{n} change applied</source>
        <translation>{n} cambio aplicado</translation>
    </message>
    <message>
        <source>{n} changes applied</source>
        <translation>{n} cambios aplicados</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (línea %2)</translation>
    </message>
</context>
<context>
    <name>KeptOutDialog</name>
    <message>
        <source>{n} answer was not let in</source>
        <translation>{n} respuesta no entró</translation>
    </message>
    <message>
        <source>{n} answers were not let in</source>
        <translation>{n} respuestas no entraron</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>All the rest came in. These doors stay as they were.</source>
        <translation>Todo lo demás entró. Estas puertas siguen como estaban.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>they refused. Only a talk in which you ask again opens it.</source>
        <translation>dijeron que no. Solo la abre una conversación en la que usted pregunte otra vez.</translation>
    </message>
    <message>
        <source>they refused on that day or after it.</source>
        <translation>dijeron que no ese día o después.</translation>
    </message>
    <message>
        <source>they refused, and this yes lacks who asked, or when.</source>
        <translation>dijeron que no, y a este sí le falta quién preguntó, o cuándo.</translation>
    </message>
    <message>
        <source>this yes has a day that is still to come.</source>
        <translation>este sí tiene un día que todavía no llega.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>What the keys do</source>
        <translation>Qué hacen las teclas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Read the guides</source>
        <translation>Leer las guías</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>LanguageSwitch</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LanguagesField</name>
    <message>
        <source>Add a language</source>
        <translation>Agregar un idioma</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>was not asked</source>
        <translation>no se le preguntó</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>dijo que no</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>se retiró</translation>
    </message>
    <message>
        <source>consent ended</source>
        <translation>venció el permiso</translation>
    </message>
    <message>
        <source>nobody knows who asked when</source>
        <translation>no se sabe quién preguntó y cuándo</translation>
    </message>
    <message>
        <source>is being reviewed</source>
        <translation>está en revisión</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivado</translation>
    </message>
    <message>
        <source>closed for good</source>
        <translation>cerró para siempre</translation>
    </message>
    <message>
        <source>restored, refusals not known</source>
        <translation>restaurado; no se sabe si se negó</translation>
    </message>
    <message>
        <source>an entry like it said no</source>
        <translation>un registro parecido dijo que no</translation>
    </message>
</context>
<context>
    <name>LeftTable</name>
    <message>
        <source>What left this laptop</source>
        <translation>Lo que salió de esta computadora</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Qué se envió</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>One request was sent.</source>
        <translation>Se envió una consulta.</translation>
    </message>
    <message>
        <source>{n} requests were sent.</source>
        <translation>Se enviaron {n} consultas.</translation>
    </message>
    <message>
        <source>Nothing has left this laptop.</source>
        <translation>Nada ha salido de esta computadora.</translation>
    </message>
</context>
<context>
    <name>LikelyTwin</name>
    <message>
        <source>Not the same</source>
        <translation>No es el mismo</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>has this phone</source>
        <translation>tiene este teléfono</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>{n} business in view</source>
        <translation>{n} negocio a la vista</translation>
    </message>
    <message>
        <source>{n} businesses in view</source>
        <translation>{n} negocios a la vista</translation>
    </message>
    <message>
        <source>There is no pin here. Show all, or move the map.</source>
        <translation>Aquí no hay ningún pin. Muestre todo o mueva el mapa.</translation>
    </message>
    <message>
        <source>Come closer to have them listed.</source>
        <translation>Acérquese para verlos en la lista.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>A business is on the map once its address was found.</source>
        <translation>Un negocio está en el mapa cuando se halla su dirección.</translation>
    </message>
    <message>
        <source>No pins yet</source>
        <translation>Aún no hay puntos</translation>
    </message>
    <message>
        <source>Find places…</source>
        <translation>Encontrar lugares…</translation>
    </message>
    <message>
        <source>Bring in a list, and its businesses appear here.</source>
        <translation>Traiga una lista y sus negocios aparecen aquí.</translation>
    </message>
    <message>
        <source>No businesses yet</source>
        <translation>Aún no hay negocios</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>{n} business here</source>
        <translation>{n} negocio aquí</translation>
    </message>
    <message>
        <source>{n} businesses here</source>
        <translation>{n} negocios aquí</translation>
    </message>
    <message>
        <source>Only the town of these is known.</source>
        <translation>De estos solo se sabe el pueblo.</translation>
    </message>
    <message>
        <source>In the box.</source>
        <translation>En el recuadro.</translation>
    </message>
    <message>
        <source>Within %1 of the middle, by straight line.</source>
        <translation>A menos de %1 del centro, en línea recta.</translation>
    </message>
    <message>
        <source>Show these in the directory</source>
        <translation>Mostrarlos en el directorio</translation>
    </message>
    <message>
        <source>Distances and minutes are by straight line, at 3 miles an hour.</source>
        <translation>Distancias y minutos en línea recta, a 3 millas por hora.</translation>
    </message>
    <message>
        <source>The nearest businesses</source>
        <translation>Los negocios más cercanos</translation>
    </message>
    <message>
        <source>{n} place could be meant</source>
        <translation>{n} lugar posible</translation>
    </message>
    <message>
        <source>{n} places could be meant</source>
        <translation>{n} lugares posibles</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija uno.</translation>
    </message>
    <message>
        <source>Within %1. Distances and minutes are by straight line, at 3 miles an hour.</source>
        <translation>A menos de %1. Distancias y minutos en línea recta, a 3 millas por hora.</translation>
    </message>
    <message>
        <source>Nearest first</source>
        <translation>Primero el más cercano</translation>
    </message>
    <message>
        <source>In the order of a walk</source>
        <translation>En el orden de una caminata</translation>
    </message>
    <message>
        <source>“%1” is under Lists now</source>
        <translation>«%1» ya está en Listas</translation>
    </message>
    <message>
        <source>The list “%1” is deleted; its businesses stay</source>
        <translation>La lista «%1» se eliminó; sus negocios siguen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Let this computer’s keyring open it</source>
        <translation>Que lo abra el llavero de esta computadora</translation>
    </message>
    <message>
        <source>The recovery code opens it, too</source>
        <translation>También lo abre el código de recuperación</translation>
    </message>
    <message>
        <source>Open another directory</source>
        <translation>Abrir otro directorio</translation>
    </message>
    <message>
        <source>The list is encrypted. Without the passphrase nobody can read it.</source>
        <translation>La lista está cifrada. Sin la frase nadie puede leerla.</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Las mayúsculas están activadas</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This is the sample: nothing in it is real.</source>
        <translation>Esta es la muestra: nada en ella es real.</translation>
    </message>
    <message>
        <source>Start my directory…</source>
        <translation>Empezar mi directorio…</translation>
    </message>
    <message>
        <source>Open a directory (a folder whose name ends in .puertas)</source>
        <translation>Abrir un directorio (una carpeta que termina en .puertas)</translation>
    </message>
    <message>
        <source>Making the directory</source>
        <translation>Creando el directorio</translation>
    </message>
    <message>
        <source>Making the sample</source>
        <translation>Creando la muestra</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Is it one that asked to be forgotten?</source>
        <translation>¿Es uno que pidió que se le olvidara?</translation>
    </message>
    <message>
        <source>%1 is like a business whose owner asked us to forget it. We kept nothing that says who it was, so only a person can tell. If you are not sure, leave it out: its owner trusted us with that.</source>
        <translation>%1 se parece a un negocio cuyo dueño nos pidió que lo olvidáramos. No guardamos nada que diga quién era, así que solo una persona puede saberlo. Si no está seguro, déjelo fuera: su dueño confió en nosotros.</translation>
    </message>
    <message>
        <source>It is another business</source>
        <translation>Es otro negocio</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Field directory, to look at and to print from. Its last day is %1.</source>
        <translation>Directorio de campo, para consultar e imprimir. Su último día es el %1.</translation>
    </message>
    <message>
        <source>A backup</source>
        <translation>Un respaldo</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>El respaldo está restaurado</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Restaurando el respaldo</translation>
    </message>
    <message>
        <source>Restored from a backup of %1: nothing goes out until somebody has said who refused or withdrew since.</source>
        <translation>Restaurado de un respaldo del %1: nada sale hasta que alguien diga quién se negó o se retiró desde entonces.</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Responder…</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Ver…</translation>
    </message>
    <message>
        <source>Run {number} was begun on {day} and not finished: paper or a file of it may be out.</source>
        <translation>El tiraje {number} se empezó el {day} y no se terminó: puede haber papel o un archivo de él.</translation>
    </message>
    <message>
        <source>Another one was not, either.</source>
        <translation>Otro tampoco se terminó.</translation>
    </message>
    <message>
        <source>{n} more were not, either.</source>
        <translation>Otros {n} tampoco se terminaron.</translation>
    </message>
    <message>
        <source>Only to look at: %1</source>
        <translation>Solo para ver: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>El reloj está bien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Restore the latest backup; this one is kept.</source>
        <translation>Restaure el último respaldo; este directorio se conserva.</translation>
    </message>
    <message>
        <source>The directory file is damaged: %1</source>
        <translation>El archivo del directorio está dañado: %1</translation>
    </message>
    <message>
        <source>Mend it…</source>
        <translation>Repararlo…</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Setting the pages</source>
        <translation>Componiendo las páginas</translation>
    </message>
    <message>
        <source>Trying what fits</source>
        <translation>Probando qué cabe</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 pies</translation>
    </message>
    <message>
        <source>%1 mi</source>
        <translation>%1 mi</translation>
    </message>
    <message>
        <source>Somewhere in this town</source>
        <translation>En algún lugar del pueblo</translation>
    </message>
    <message>
        <source>Several, click to zoom</source>
        <translation>Varios, haga clic para acercar</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Qué significan los signos</translation>
    </message>
    <message>
        <source>about %1 %2, only its town is known</source>
        <translation>a unas %1 al %2, solo se sabe el pueblo</translation>
    </message>
    <message>
        <source>right here</source>
        <translation>aquí mismo</translation>
    </message>
    <message>
        <source>%1 %2 · %3 min on foot</source>
        <translation>%1 al %2 · %3 min a pie</translation>
    </message>
</context>
<context>
    <name>MapData</name>
    <message>
        <source>OpenStreetMap, a whole state</source>
        <translation>OpenStreetMap, un estado entero</translation>
    </message>
    <message>
        <source>The best streets, parks and water; house numbers in some towns. Take the file that ends in .osm.pbf.</source>
        <translation>Las mejores calles, parques y aguas; números de casa en algunos pueblos. Tome el archivo que termina en .osm.pbf.</translation>
    </message>
    <message>
        <source>ODbL. Maps say “© OpenStreetMap contributors”; Puertas writes that by itself.</source>
        <translation>ODbL. Los mapas dicen “© OpenStreetMap contributors”; Puertas lo escribe por sí mismo.</translation>
    </message>
    <message>
        <source>Some 100 MB a state, minutes to bring in.</source>
        <translation>Unos 100 MB por estado, minutos para traerlo.</translation>
    </message>
    <message>
        <source>TIGER/Line, a county</source>
        <translation>TIGER/Line, un condado</translation>
    </message>
    <message>
        <source>All streets of a county, and which house numbers each block has. Take ADDRFEAT, ROADS and AREAWATER of your county: three ZIP files.</source>
        <translation>Todas las calles de un condado y qué números tiene cada cuadra. Tome ADDRFEAT, ROADS y AREAWATER de su condado: tres archivos ZIP.</translation>
    </message>
    <message>
        <source>Public domain.</source>
        <translation>Dominio público.</translation>
    </message>
    <message>
        <source>A few MB a county, seconds to bring in.</source>
        <translation>Unos MB por condado, segundos para traerlo.</translation>
    </message>
    <message>
        <source>Address points</source>
        <translation>Puntos de direcciones</translation>
    </message>
    <message>
        <source>A point at each door: the best there is for pins. The state&apos;s 911 points or OpenAddresses, as CSV, GeoJSON or shapefile.</source>
        <translation>Un punto en cada puerta: lo mejor que hay para los pines. Los puntos del 911 del estado u OpenAddresses, en CSV, GeoJSON o shapefile.</translation>
    </message>
    <message>
        <source>It depends on who made them: say it when you add them.</source>
        <translation>Depende de quién los hizo: dígalo al agregarlos.</translation>
    </message>
    <message>
        <source>Up to some 100 MB a state.</source>
        <translation>Hasta unos 100 MB por estado.</translation>
    </message>
    <message>
        <source>{n} street</source>
        <translation>{n} calle</translation>
    </message>
    <message>
        <source>{n} streets</source>
        <translation>{n} calles</translation>
    </message>
    <message>
        <source>{n} address</source>
        <translation>{n} dirección</translation>
    </message>
    <message>
        <source>{n} addresses</source>
        <translation>{n} direcciones</translation>
    </message>
    <message>
        <source>{n} row of house numbers</source>
        <translation>{n} serie de números de casa</translation>
    </message>
    <message>
        <source>{n} rows of house numbers</source>
        <translation>{n} series de números de casa</translation>
    </message>
    <message>
        <source>brought in %1</source>
        <translation>traído el %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Maps say: %1</source>
        <translation>Los mapas dicen: %1</translation>
    </message>
</context>
<context>
    <name>MapDataPage</name>
    <message>
        <source>Street data</source>
        <translation>Datos de calles</translation>
    </message>
    <message>
        <source>With street data, addresses are found to the door and maps have streets, all without the internet. It is public data; nothing of the directory goes into it.</source>
        <translation>Con datos de calles, las direcciones se hallan hasta la puerta y los mapas tienen calles, todo sin internet. Son datos públicos; nada del directorio entra en ellos.</translation>
    </message>
    <message>
        <source>Drop the files here as they were downloaded: .osm.pbf, ZIP, CSV, shapefile.</source>
        <translation>Suelte aquí los archivos tal como se bajaron: .osm.pbf, ZIP, CSV, shapefile.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Agregar archivos…</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>En esta computadora</translation>
    </message>
    <message>
        <source>There is none yet. Maps show outlines and towns, and pins stand in towns.</source>
        <translation>Todavía no hay. Los mapas muestran contornos y pueblos, y los pines están en los pueblos.</translation>
    </message>
    <message>
        <source>Where to get it</source>
        <translation>Dónde conseguirlos</translation>
    </message>
    <message>
        <source>Puertas never goes there itself. Download with any browser, from any computer: take a whole state or county, and nobody learns whom you look for.</source>
        <translation>Puertas nunca va ahí por su cuenta. Bájelos con cualquier navegador, desde cualquier computadora: tome un estado o condado entero y nadie sabrá a quién busca.</translation>
    </message>
    <message>
        <source>Add street data</source>
        <translation>Agregar datos de calles</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Mirando los archivos</translation>
    </message>
    <message>
        <source>Bringing in street data</source>
        <translation>Trayendo datos de calles</translation>
    </message>
    <message>
        <source>%1 is there: %2</source>
        <translation>%1 ya está: %2</translation>
    </message>
    <message>
        <source>It is there, and is used after the next start.</source>
        <translation>Ya está, y se usará al abrir de nuevo.</translation>
    </message>
    <message>
        <source>Stopped. What was there before is still there.</source>
        <translation>Detenido. Lo que había sigue ahí.</translation>
    </message>
    <message>
        <source>Removed the street data %1</source>
        <translation>Se quitaron los datos de calles %1</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Arrow keys move it, plus and minus zoom, Home shows all. The list has all.</source>
        <translation>Las flechas lo mueven, más y menos acercan y alejan, Inicio muestra todo. La lista lo tiene todo.</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Qué significan los signos</translation>
    </message>
    <message>
        <source>%1 has no pin yet. Right-click where it is.</source>
        <translation>%1 aún no tiene pin. Haga clic derecho donde está.</translation>
    </message>
    <message>
        <source>Moved the pin of %1</source>
        <translation>Se movió el pin de %1</translation>
    </message>
    <message>
        <source>“%1” was not found.</source>
        <translation>No se halló “%1”.</translation>
    </message>
    <message>
        <source>Put %1 here</source>
        <translation>Poner %1 aquí</translation>
    </message>
    <message>
        <source>Nearest businesses</source>
        <translation>Negocios más cercanos</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Search for an address</source>
        <translation>Buscar una dirección</translation>
    </message>
    <message>
        <source>Search for an address or a town</source>
        <translation>Buscar una dirección o un pueblo</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Near an event</source>
        <translation>Cerca de un evento</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Mostrar u ocultar la lista</translation>
    </message>
    <message>
        <source>Street data for the map</source>
        <translation>Datos de calles para el mapa</translation>
    </message>
    <message>
        <source>No event has a place yet</source>
        <translation>Ningún evento tiene lugar aún</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Show on the large map</source>
        <translation>Mostrar en el mapa grande</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Put it here</source>
        <translation>Ponerlo aquí</translation>
    </message>
    <message>
        <source>Move pin</source>
        <translation>Mover el pin</translation>
    </message>
    <message>
        <source>Arrow keys move the pin; Enter puts it there, Esc leaves it.</source>
        <translation>Las flechas mueven el pin; Intro lo pone ahí, Esc lo deja.</translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message>
        <source>Restore the backup of %1…</source>
        <translation>Restaurar el respaldo del %1…</translation>
    </message>
    <message>
        <source>The folder is kept as it is until that has worked.</source>
        <translation>La carpeta se queda como está hasta que eso funcione.</translation>
    </message>
    <message>
        <source>There is no backup in it. If you have one elsewhere, restore that.</source>
        <translation>No hay ningún respaldo en ella. Si tiene uno en otro lugar, restaure ese.</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Salvar lo que se pueda leer…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Open another directory</source>
        <translation>Abrir otro directorio</translation>
    </message>
    <message>
        <source>I did this myself…</source>
        <translation>Lo hice yo…</translation>
    </message>
    <message>
        <source>Open a list that anybody can read?</source>
        <translation>¿Abrir una lista que cualquiera puede leer?</translation>
    </message>
    <message>
        <source>It was encrypted here before. If you did not take the passphrase away yourself, somebody else put this list in its place, and reads what you enter.</source>
        <translation>Antes estaba cifrada aquí. Si usted no le quitó la frase, alguien más puso esta lista en su lugar, y lee lo que usted anote.</translation>
    </message>
    <message>
        <source>I did it, open it</source>
        <translation>Lo hice yo, abrirla</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>and one more place</source>
        <translation>y en un lugar más</translation>
    </message>
    <message>
        <source>and {n} more places</source>
        <translation>y en {n} lugares más</translation>
    </message>
    <message>
        <source>in the history</source>
        <translation>en el historial</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Name of a step in the history</source>
        <translation>Nombre de un paso en el historial</translation>
    </message>
    <message>
        <source>Print run</source>
        <translation>Tiraje</translation>
    </message>
    <message>
        <source>What a print run said</source>
        <translation>Lo que decía un tiraje</translation>
    </message>
    <message>
        <source>Saved list</source>
        <translation>Lista guardada</translation>
    </message>
    <message>
        <source>Something typed and not saved yet</source>
        <translation>Algo escrito y aún sin guardar</translation>
    </message>
    <message>
        <source>A setting</source>
        <translation>Un ajuste</translation>
    </message>
    <message>
        <source>Somebody who works here</source>
        <translation>Alguien que trabaja aquí</translation>
    </message>
    <message>
        <source>A question to a service</source>
        <translation>Una pregunta a un servicio</translation>
    </message>
    <message>
        <source>An answer of a service</source>
        <translation>Una respuesta de un servicio</translation>
    </message>
    <message>
        <source>Columns of a list</source>
        <translation>Columnas de una lista</translation>
    </message>
    <message>
        <source>No text of others names it for certain.</source>
        <translation>Ningún texto de otros lo nombra con certeza.</translation>
    </message>
    <message>
        <source>One text of others names it: its words are taken out there.</source>
        <translation>Un texto de otros lo nombra: ahí se quitan esas palabras.</translation>
    </message>
    <message>
        <source>{n} texts of others name it: its words are taken out there.</source>
        <translation>{n} textos de otros lo nombran: ahí se quitan esas palabras.</translation>
    </message>
    <message>
        <source>These have the same name, telephone, e-mail or page: %1. If one is the same business, merge the two first; else it stays.</source>
        <translation>Estos tienen el mismo nombre, teléfono, correo o página: %1. Si alguno es el mismo negocio, júntelos primero; si no, se queda.</translation>
    </message>
</context>
<context>
    <name>MentionsView</name>
    <message>
        <source>Looking through all texts…</source>
        <translation>Revisando todos los textos…</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Quitar todo</translation>
    </message>
    <message>
        <source>Leave all</source>
        <translation>Dejar todo</translation>
    </message>
    <message>
        <source>These are only like its name. Say of each whether it is meant.</source>
        <translation>Estos sólo se parecen a su nombre. Diga de cada uno si se refiere a este negocio.</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin decir</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>Name of the list</source>
        <translation>Nombre de la lista</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>NearbyModel</name>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>At the event</source>
        <translation>En el evento</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Put in by you</source>
        <translation>Usted lo incluyó</translation>
    </message>
    <message>
        <source>In the guide</source>
        <translation>En la guía</translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation>No en la guía</translation>
    </message>
</context>
<context>
    <name>NewKey</name>
    <message>
        <source>Make a new key</source>
        <translation>Hacer una llave nueva</translation>
    </message>
    <message>
        <source>After somebody learned the passphrase, or had a copy of this folder. The whole directory is written anew; that takes a while.</source>
        <translation>Cuando alguien supo la frase o tuvo una copia de esta carpeta. Se escribe de nuevo todo el directorio; tarda un rato.</translation>
    </message>
    <message>
        <source>A new passphrase, too</source>
        <translation>También una frase nueva</translation>
    </message>
    <message>
        <source>A new recovery code (the one until now becomes void)</source>
        <translation>Un código de recuperación nuevo (el de ahora deja de servir)</translation>
    </message>
    <message>
        <source>Delete the backups that the old key opens</source>
        <translation>Borrar los respaldos que abre la llave anterior</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation>Frase nueva</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>La frase otra vez</translation>
    </message>
    <message>
        <source>Four or more random words. Write them on paper and keep it apart from the laptop: without them nobody can open the list, not even you.</source>
        <translation>Cuatro o más palabras al azar. Escríbalas en papel y guárdelo lejos de la computadora: sin ellas nadie puede abrir la lista, ni siquiera usted.</translation>
    </message>
    <message>
        <source>Too short: use four words</source>
        <translation>Muy corta: use cuatro palabras</translation>
    </message>
    <message>
        <source>Too easily guessed: use random words</source>
        <translation>Demasiado fácil de adivinar: use palabras al azar</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Las dos no son iguales</translation>
    </message>
</context>
<context>
    <name>NewRecoveryCode</name>
    <message>
        <source>I have written it down</source>
        <translation>Ya lo escribí</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>never printed</source>
        <translation>nunca se imprime</translation>
    </message>
    <message>
        <source>Forget this business…</source>
        <translation>Olvidar este negocio…</translation>
    </message>
    <message>
        <source>The note says that they do not want to be listed.</source>
        <translation>La nota dice que no quieren salir en la lista.</translation>
    </message>
</context>
<context>
    <name>OkDialog</name>
    <message>
        <source>What did they say yes to?</source>
        <translation>¿A qué dijeron que sí?</translation>
    </message>
    <message>
        <source>“Ok to print” means paper and nothing else, unless you asked about more. A yes given here counts from the day in the list, a no as much.</source>
        <translation>“Se puede imprimir” significa papel y nada más, salvo que haya preguntado por más. Un sí dado aquí cuenta desde el día en la lista; un no, igual.</translation>
    </message>
    <message>
        <source>Use these answers</source>
        <translation>Usar estas respuestas</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>Name, address, phone and hours in the guides that are handed out.</source>
        <translation>Nombre, dirección, teléfono y horario en las guías que se reparten.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>A marker on the printed map: anyone can see where the door is.</source>
        <translation>Una marca en el mapa impreso: cualquiera ve dónde está la puerta.</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>The web page: anyone in the world can find it and keep a copy.</source>
        <translation>La página web: cualquiera en el mundo puede verla y guardar una copia.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Other coalitions get the entry, and keep it by their own rules.</source>
        <translation>Otras coaliciones reciben los datos y los guardan con sus propias reglas.</translation>
    </message>
</context>
<context>
    <name>OnlineRun</name>
    <message>
        <source>Seeing which addresses could be asked for</source>
        <translation>Viendo por qué direcciones se podría preguntar</translation>
    </message>
    <message>
        <source>Asking %1</source>
        <translation>Preguntando a %1</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Whoever made the packet has six words for it. Ask for them by telephone; capitals and accents do not matter.</source>
        <translation>Quien hizo el paquete tiene seis palabras para él. Pídalas por teléfono; no importan las mayúsculas ni los acentos.</translation>
    </message>
    <message>
        <source>Passphrase of the packet</source>
        <translation>Frase de paso del paquete</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>Revisarlo</translation>
    </message>
    <message>
        <source>It is needed to go on</source>
        <translation>Hace falta para seguir</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>Looking over the packet</source>
        <translation>Revisando el paquete</translation>
    </message>
</context>
<context>
    <name>OptionsPane</name>
    <message>
        <source>Which businesses</source>
        <translation>Cuáles negocios</translation>
    </message>
    <message>
        <source>Which file</source>
        <translation>Qué archivo</translation>
    </message>
    <message>
        <source>For which use</source>
        <translation>Para qué uso</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Which file of the private table</source>
        <translation>Qué archivo de la tabla privada</translation>
    </message>
    <message>
        <source>All in the directory</source>
        <translation>Todos los del directorio</translation>
    </message>
    <message>
        <source>What the directory shows</source>
        <translation>Lo que muestra el directorio</translation>
    </message>
    <message>
        <source>The selected ones</source>
        <translation>Los seleccionados</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>De quiénes se trata</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>Who is still to be asked</source>
        <translation>A quienes falta preguntar</translation>
    </message>
    <message>
        <source>Who is to be checked</source>
        <translation>A quienes falta verificar</translation>
    </message>
    <message>
        <source>Whose yes ends soon</source>
        <translation>Cuyo permiso termina pronto</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Only those open then</source>
        <translation>Solo los abiertos entonces</translation>
    </message>
    <message>
        <source>Black and grey alone</source>
        <translation>Solo negro y gris</translation>
    </message>
    <message>
        <source>By kind, then distance</source>
        <translation>Por tipo, luego distancia</translation>
    </message>
    <message>
        <source>By town</source>
        <translation>Por pueblo</translation>
    </message>
    <message>
        <source>By distance</source>
        <translation>Por distancia</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Only what you confirm or change gets today’s date</source>
        <translation>Solo lo que confirma o cambia recibe la fecha de hoy</translation>
    </message>
    <message>
        <source>Take the number out</source>
        <translation>Quitar el número</translation>
    </message>
    <message>
        <source>Leave it in</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestó</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Closed for good</source>
        <translation>Cerró para siempre</translation>
    </message>
    <message>
        <source>Does not want to be listed</source>
        <translation>No quiere estar en la lista</translation>
    </message>
    <message>
        <source>One field left to ask</source>
        <translation>Falta un dato</translation>
    </message>
    <message>
        <source>{n} fields left to ask</source>
        <translation>Faltan {n} datos</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>¿Cómo terminó?</translation>
    </message>
    <message>
        <source>Whoever answered is somebody else. What becomes of the number?</source>
        <translation>Contestó otra persona. ¿Qué hacemos con el número?</translation>
    </message>
</context>
<context>
    <name>OutlookPane</name>
    <message>
        <source>What goes out</source>
        <translation>Lo que sale</translation>
    </message>
    <message>
        <source>Who is left out</source>
        <translation>Quién queda fuera</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Looking who said yes…</source>
        <translation>Viendo quién dijo que sí…</translation>
    </message>
    <message>
        <source>Nobody goes out</source>
        <translation>No sale nadie</translation>
    </message>
    <message>
        <source>The one business goes out</source>
        <translation>Sale el único negocio</translation>
    </message>
    <message>
        <source>All {n} go out</source>
        <translation>Salen los {n}</translation>
    </message>
    <message>
        <source>{n} of {all} goes out</source>
        <translation>Sale {n} de {all}</translation>
    </message>
    <message>
        <source>{n} of {all} go out</source>
        <translation>Salen {n} de {all}</translation>
    </message>
    <message>
        <source>{n} of them has a pin</source>
        <translation>{n} de ellos tiene punto en el mapa</translation>
    </message>
    <message>
        <source>{n} of them have a pin</source>
        <translation>{n} de ellos tienen punto en el mapa</translation>
    </message>
    <message>
        <source>None of them has a pin</source>
        <translation>Ninguno tiene punto en el mapa</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>{n} business is in it</source>
        <translation>{n} negocio va en él</translation>
    </message>
    <message>
        <source>{n} businesses are in it</source>
        <translation>{n} negocios van en él</translation>
    </message>
    <message>
        <source>{n} is not: it withdrew, closed for good or is archived</source>
        <translation>{n} no va: se retiró, cerró para siempre o está archivado</translation>
    </message>
    <message>
        <source>{n} are not: they withdrew, closed for good or are archived</source>
        <translation>{n} no van: se retiraron, cerraron para siempre o están archivados</translation>
    </message>
    <message>
        <source>It asks nobody&apos;s consent, so it may not leave the hands of your own people: no mail, no shared drive, no other coalition. Delete it when you are done.</source>
        <translation>No pide el permiso de nadie; por eso no debe salir de las manos de su propia gente: ni correo, ni carpeta compartida, ni otra coalición. Bórrelo al terminar.</translation>
    </message>
    <message>
        <source>What is not in it</source>
        <translation>Lo que no lleva</translation>
    </message>
    <message>
        <source>Contact persons, private notes and confidential telephones.</source>
        <translation>Personas de contacto, notas privadas y teléfonos confidenciales.</translation>
    </message>
    <message>
        <source>Addresses of homes, and those whose owner hides them.</source>
        <translation>Direcciones de casas, y las que su dueño oculta.</translation>
    </message>
    <message>
        <source>What this file cannot hold</source>
        <translation>Lo que este archivo no puede llevar</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <comment>one</comment>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Save the guide</source>
        <translation>Guardar la guía</translation>
    </message>
    <message>
        <source>Saved {file} · run {number}</source>
        <translation>Se guardó {file} · tiraje {number}</translation>
    </message>
    <message>
        <source>Making the guide</source>
        <translation>Haciendo la guía</translation>
    </message>
    <message>
        <source>Print the guide</source>
        <translation>Imprimir la guía</translation>
    </message>
    <message>
        <source>Print run {number} again</source>
        <translation>Imprimir otra vez el tiraje {number}</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Sent run {number} to the printer once more</source>
        <translation>El tiraje {number} se envió otra vez a la impresora</translation>
    </message>
    <message>
        <source>Sent to the printer · run {number}</source>
        <translation>Enviado a la impresora · tiraje {number}</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <comment>one</comment>
        <translation>{names} y {n} más</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} y {n} más</translation>
    </message>
    <message>
        <source>{words}. Not on it any more: {names}</source>
        <translation>{words}. Ya no aparecen: {names}</translation>
    </message>
    <message>
        <source>One thing should be mended first</source>
        <translation>Antes hay que corregir una cosa</translation>
    </message>
    <message>
        <source>{n} things should be mended first</source>
        <translation>Antes hay que corregir {n} cosas</translation>
    </message>
    <message>
        <source>They stand at the top of the list below the pages.</source>
        <translation>Están arriba en la lista, debajo de las páginas.</translation>
    </message>
    <message>
        <source>Go on without mending</source>
        <translation>Seguir sin corregir</translation>
    </message>
</context>
<context>
    <name>PacketHome</name>
    <message>
        <source>Another laptop</source>
        <translation>Otra computadora</translation>
    </message>
    <message>
        <source>Open a packet</source>
        <translation>Abrir un paquete</translation>
    </message>
    <message>
        <source>You see both directories side by side, field by field. What only they changed is offered, what both changed you choose, and a no always wins. Nothing changes until you apply it. You can also drop the file on this window.</source>
        <translation>Usted ve los dos directorios lado a lado, campo por campo. Lo que solo ellos cambiaron se ofrece, lo que ambos cambiaron usted lo elige, y un no siempre gana. Nada cambia hasta que usted lo aplica. También puede soltar el archivo en esta ventana.</translation>
    </message>
    <message>
        <source>Open a packet…</source>
        <translation>Abrir un paquete…</translation>
    </message>
    <message>
        <source>Make a packet</source>
        <translation>Hacer un paquete</translation>
    </message>
    <message>
        <source>One sealed file for another laptop of your own coalition. For anybody else use Export, which asks what owners said.</source>
        <translation>Un archivo sellado para otra computadora de su propia coalición. Para cualquier otra persona use Exportar, que mira lo que dijeron los dueños.</translation>
    </message>
    <message>
        <source>Make the packet…</source>
        <translation>Hacer el paquete…</translation>
    </message>
    <message>
        <source>All businesses</source>
        <translation>Todos los negocios</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>Una parte</translation>
    </message>
    <message>
        <source>Those chosen in the directory</source>
        <translation>Los elegidos en el directorio</translation>
    </message>
    <message>
        <source>Who goes along</source>
        <translation>Quiénes van</translation>
    </message>
    <message>
        <source>What to search for, as in the directory: town:clovis</source>
        <translation>Qué buscar, como en el directorio: ciudad:clovis</translation>
    </message>
    <message>
        <source>Which part goes along</source>
        <translation>Qué parte va</translation>
    </message>
    <message>
        <source>With private notes and contacts</source>
        <translation>Con notas privadas y contactos</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Counting what would go along</source>
        <translation>Contando lo que iría</translation>
    </message>
    <message>
        <source>Save the packet</source>
        <translation>Guardar el paquete</translation>
    </message>
    <message>
        <source>Making the packet</source>
        <translation>Haciendo el paquete</translation>
    </message>
    <message>
        <source>Run %1 is in %2. Give the file to the other laptop, on a stick or by e-mail, and tell the six words by telephone, never with the file.</source>
        <translation>El tiraje %1 está en %2. Lleve el archivo a la otra computadora, en una memoria o por correo, y diga las seis palabras por teléfono, nunca junto con el archivo.</translation>
    </message>
</context>
<context>
    <name>PacketLine</name>
    <message>
        <source>ours stays</source>
        <translation>se queda lo nuestro</translation>
    </message>
    <message>
        <source>the packet’s is taken</source>
        <translation>se toma lo del paquete</translation>
    </message>
</context>
<context>
    <name>PacketModel</name>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Qué cambiaría</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>Por elegir</translation>
    </message>
</context>
<context>
    <name>PacketPage</name>
    <message>
        <source>Another laptop</source>
        <translation>Otra computadora</translation>
    </message>
    <message>
        <source>{file} is not there any more: choose it again</source>
        <translation>{file} ya no está ahí: elíjalo otra vez</translation>
    </message>
    <message>
        <source>Choose a packet</source>
        <translation>Elegir un paquete</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Taking in the packet</source>
        <translation>Tomando el paquete</translation>
    </message>
    <message>
        <source>{n} business changed by the packet</source>
        <translation>{n} negocio cambiado por el paquete</translation>
    </message>
    <message>
        <source>{n} businesses changed by the packet</source>
        <translation>{n} negocios cambiados por el paquete</translation>
    </message>
</context>
<context>
    <name>PacketPane</name>
    <message>
        <source>What the packet says of this business</source>
        <translation>Lo que el paquete dice de este negocio</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Choose a row to see what the packet says of it.</source>
        <translation>Elija una fila para ver lo que el paquete dice de ella.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Aquí: %1</translation>
    </message>
    <message>
        <source>What happens with it</source>
        <translation>Qué se hace con él</translation>
    </message>
    <message>
        <source>Newer here, and stays: %1</source>
        <translation>Más nuevo aquí, y se queda: %1</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>Packets</name>
    <message>
        <source>All that differ</source>
        <translation>Todo lo distinto</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Distintos</translation>
    </message>
    <message>
        <source>Look alike</source>
        <translation>Se parecen</translation>
    </message>
    <message>
        <source>Out of it</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>To choose</source>
        <translation>Por elegir</translation>
    </message>
    <message>
        <source>another laptop</source>
        <translation>otra computadora</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Distinto</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>Said no</source>
        <translation>Dijo que no</translation>
    </message>
    <message>
        <source>Withdrew</source>
        <translation>Se retiró</translation>
    </message>
    <message>
        <source>Deleted there</source>
        <translation>Borrado allá</translation>
    </message>
    <message>
        <source>Another one?</source>
        <translation>¿Es otro?</translation>
    </message>
    <message>
        <source>Stays out</source>
        <translation>Queda fuera</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>It is not in this directory yet.</source>
        <translation>Todavía no está en este directorio.</translation>
    </message>
    <message>
        <source>It is in both directories.</source>
        <translation>Está en los dos directorios.</translation>
    </message>
    <message>
        <source>It may be one that is here already. Is it the same business?</source>
        <translation>Puede ser uno que ya está aquí. ¿Es el mismo negocio?</translation>
    </message>
    <message>
        <source>It was merged with another. What its owner refused holds here, too.</source>
        <translation>Se unió con otro. Lo que su dueño negó vale también aquí.</translation>
    </message>
    <message>
        <source>Its owner withdrew on the other laptop. It is used no more here, and archived. To forget it for good, open it afterwards and choose “They withdrew…”.</source>
        <translation>Su dueño se retiró en la otra computadora. Aquí no se usa más y queda archivado. Para olvidarlo para siempre, ábralo después y elija “Se retiraron…”.</translation>
    </message>
    <message>
        <source>Somebody deleted it on the other laptop. It stays here unless you archive it.</source>
        <translation>Alguien lo borró en la otra computadora. Aquí se queda, a menos que usted lo archive.</translation>
    </message>
    <message>
        <source>Its owner withdrew here. No packet brings it back.</source>
        <translation>Su dueño se retiró aquí. Ningún paquete lo trae de vuelta.</translation>
    </message>
    <message>
        <source>It was deleted here. No packet brings it back.</source>
        <translation>Se borró aquí. Ningún paquete lo trae de vuelta.</translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation>Traerlo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Es el mismo</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Es otro</translation>
    </message>
    <message>
        <source>Archive it</source>
        <translation>Archivarlo</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Nothing is taken</source>
        <translation>No se toma nada</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <comment>one</comment>
        <translation>por elegir: {n}</translation>
    </message>
    <message>
        <source>{n} to choose</source>
        <translation>por elegir: {n}</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Respuesta: %1</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>A no always wins.</source>
        <translation>Un no siempre gana.</translation>
    </message>
    <message>
        <source>A yes was taken back: that wins.</source>
        <translation>Se retiró un sí: eso gana.</translation>
    </message>
    <message>
        <source>What hides more wins.</source>
        <translation>Gana lo que oculta más.</translation>
    </message>
    <message>
        <source>A home keeps its town only.</source>
        <translation>De una casa se guarda solo la ciudad.</translation>
    </message>
    <message>
        <source>The pin here was placed by hand.</source>
        <translation>El punto de aquí se puso a mano.</translation>
    </message>
    <message>
        <source>The pin goes with the address.</source>
        <translation>El punto va con la dirección.</translation>
    </message>
    <message>
        <source>It may say something that we do not keep.</source>
        <translation>Puede decir algo que no guardamos.</translation>
    </message>
    <message>
        <source>Nobody is chosen: there is nothing to send.</source>
        <translation>No hay nadie elegido: no hay nada que enviar.</translation>
    </message>
    <message>
        <source>Private, for your own coalition alone. In it: %1.</source>
        <translation>Privado, solo para su propia coalición. Lleva: %1.</translation>
    </message>
    <message>
        <source>{n} number in it is confidential.</source>
        <translation>{n} número es confidencial.</translation>
    </message>
    <message>
        <source>{n} numbers in it are confidential.</source>
        <translation>{n} números son confidenciales.</translation>
    </message>
    <message>
        <source>{n} text stays here: it may say what we do not keep.</source>
        <translation>{n} texto se queda aquí: puede decir algo que no guardamos.</translation>
    </message>
    <message>
        <source>{n} texts stay here: they may say what we do not keep.</source>
        <translation>{n} textos se quedan aquí: pueden decir algo que no guardamos.</translation>
    </message>
    <message>
        <source>{n} business</source>
        <translation>{n} negocio</translation>
    </message>
    <message>
        <source>{n} businesses</source>
        <translation>{n} negocios</translation>
    </message>
    <message>
        <source>{n} telephone</source>
        <translation>{n} teléfono</translation>
    </message>
    <message>
        <source>{n} telephones</source>
        <translation>{n} teléfonos</translation>
    </message>
    <message>
        <source>{n} answer</source>
        <translation>{n} respuesta</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} respuestas</translation>
    </message>
    <message>
        <source>{n} contact</source>
        <translation>{n} contacto</translation>
    </message>
    <message>
        <source>{n} contacts</source>
        <translation>{n} contactos</translation>
    </message>
    <message>
        <source>{n} private note</source>
        <translation>{n} nota privada</translation>
    </message>
    <message>
        <source>{n} private notes</source>
        <translation>{n} notas privadas</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>agregados: {n}</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>cambiados: {n}</translation>
    </message>
    <message>
        <source>{n} left, because it changed here meanwhile</source>
        <translation>{n} se dejó, porque cambió aquí entretanto</translation>
    </message>
    <message>
        <source>{n} left, because they changed here meanwhile</source>
        <translation>{n} se dejaron, porque cambiaron aquí entretanto</translation>
    </message>
    <message>
        <source>The packet is in: %1.</source>
        <translation>El paquete ya está dentro: %1.</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> y %1 más</translation>
    </message>
    <message>
        <source>Withdrew on the other laptop: %1. They are archived here and used no more. Open each and choose “They withdrew…”: it makes the recall list and forgets it for good.</source>
        <translation>Se retiraron en la otra computadora: %1. Aquí quedan archivados y no se usan más. Abra cada uno y elija “Se retiraron…”: se hace la lista para recoger y se olvida para siempre.</translation>
    </message>
    <message>
        <source>A business like this one asked to be forgotten here. It stays out, unless you know that it is another one.</source>
        <translation>Un negocio como este pidió aquí que se le olvidara. Se queda fuera, a menos que usted sepa que es otro.</translation>
    </message>
    <message>
        <source>one change left: it would be like one that was forgotten</source>
        <comment>one</comment>
        <translation>un cambio sin hacer: se parecería a uno que se olvidó</translation>
    </message>
    <message>
        <source>{n} changes left: like one that was forgotten</source>
        <translation>{n} cambios sin hacer: se parecerían a uno que se olvidó</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
</context>
<context>
    <name>PairModel</name>
    <message>
        <source>Two that may be one</source>
        <translation>Dos que pueden ser uno</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>put off for later</source>
        <translation>aplazada</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go anywhere, do anything</source>
        <translation>Ir a cualquier parte, hacer cualquier cosa</translation>
    </message>
    <message>
        <source>A name, a code, a page, or what to do</source>
        <translation>Un nombre, un código, una página o qué hacer</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Hacer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Nothing is called so. Try fewer letters.</source>
        <translation>Nada se llama así. Pruebe con menos letras.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Close this list</source>
        <translation>Cerrar esta lista</translation>
    </message>
    <message>
        <source>Businesses on the map</source>
        <translation>Negocios en el mapa</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Oficio</translation>
    </message>
    <message>
        <source>Tabloid</source>
        <translation>Tabloide</translation>
    </message>
    <message>
        <source>{n} sheet of {paper}, both sides, turned on the short edge</source>
        <translation>{n} hoja {paper}, dos caras, por el lado corto</translation>
    </message>
    <message>
        <source>{n} sheets of {paper}, both sides, turned on the short edge</source>
        <translation>{n} hojas {paper}, dos caras, por el lado corto</translation>
    </message>
    <message>
        <source>{n} sheet of {paper}, both sides</source>
        <translation>{n} hoja {paper}, dos caras</translation>
    </message>
    <message>
        <source>{n} sheets of {paper}, both sides</source>
        <translation>{n} hojas {paper}, dos caras</translation>
    </message>
    <message>
        <source>{n} sheet of {paper}, one side</source>
        <translation>{n} hoja {paper}, una cara</translation>
    </message>
    <message>
        <source>{n} sheets of {paper}, one side</source>
        <translation>{n} hojas {paper}, una cara</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Hide the words</source>
        <translation>Ocultar las palabras</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Mostrar las palabras</translation>
    </message>
</context>
<context>
    <name>Pasting</name>
    <message>
        <source>What was pasted</source>
        <translation>Lo pegado</translation>
    </message>
    <message>
        <source>There are no rows to paste: copy some in a spreadsheet first</source>
        <translation>No hay filas que pegar: copie algunas en una hoja de cálculo primero</translation>
    </message>
</context>
<context>
    <name>Phones</name>
    <message>
        <source>One digit is missing</source>
        <translation>Falta una cifra</translation>
    </message>
    <message>
        <source>{n} digits are missing</source>
        <translation>Faltan {n} cifras</translation>
    </message>
    <message>
        <source>One digit too many</source>
        <translation>Sobra una cifra</translation>
    </message>
    <message>
        <source>{n} digits too many</source>
        <translation>Sobran {n} cifras</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>Esto no es un teléfono</translation>
    </message>
    <message>
        <source>Phone %1 is confidential: never printed</source>
        <translation>El teléfono %1 es confidencial: nunca se imprime</translation>
    </message>
</context>
<context>
    <name>PhonesField</name>
    <message>
        <source>Another phone</source>
        <translation>Otro teléfono</translation>
    </message>
    <message>
        <source>Phone %1</source>
        <translation>Teléfono %1</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Enter adds “%1”</source>
        <translation>Intro agrega “%1”</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>Rooftop</source>
        <translation>Techo</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Número de casa</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Pueblo</translation>
    </message>
    <message>
        <source>ZIP area</source>
        <translation>Zona postal</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>No pin</source>
        <translation>Sin punto</translation>
    </message>
</context>
<context>
    <name>PlaceDetail</name>
    <message>
        <source>The place that is chosen</source>
        <translation>El lugar elegido</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Which of these is it?</source>
        <translation>¿Cuál de estos es?</translation>
    </message>
    <message>
        <source>Places that could be meant</source>
        <translation>Lugares posibles</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>How near</source>
        <translation>Qué tan cerca</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Put it on the map…</source>
        <translation>Ponerlo en el mapa…</translation>
    </message>
    <message>
        <source>Ask the owner…</source>
        <translation>Preguntar al dueño…</translation>
    </message>
    <message>
        <source>It moves (truck, stand)</source>
        <translation>Se mueve (camión, puesto)</translation>
    </message>
    <message>
        <source>Open the entry</source>
        <translation>Abrir la ficha</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Aún no hay dirección.</translation>
    </message>
    <message>
        <source>if it is here</source>
        <translation>si está aquí</translation>
    </message>
    <message>
        <source>where its pin is now</source>
        <translation>donde está su punto ahora</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Nobody has looked for this address yet.</source>
        <translation>Nadie ha buscado esta dirección todavía.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>{n} at its door</source>
        <translation>{n} en su puerta</translation>
    </message>
    <message>
        <source>{n} at their doors</source>
        <translation>{n} en su puerta</translation>
    </message>
    <message>
        <source>{n} by its house number</source>
        <translation>{n} por su número</translation>
    </message>
    <message>
        <source>{n} by their house numbers</source>
        <translation>{n} por su número</translation>
    </message>
    <message>
        <source>{n} at its street</source>
        <translation>{n} en su calle</translation>
    </message>
    <message>
        <source>{n} at their streets</source>
        <translation>{n} en su calle</translation>
    </message>
    <message>
        <source>{n} in its town</source>
        <translation>{n} en su pueblo</translation>
    </message>
    <message>
        <source>{n} in their towns</source>
        <translation>{n} en su pueblo</translation>
    </message>
    <message>
        <source>{n} without a place</source>
        <translation>{n} sin lugar</translation>
    </message>
    <message>
        <source>{n} pin placed.</source>
        <translation>{n} punto puesto.</translation>
    </message>
    <message>
        <source>{n} pins placed.</source>
        <translation>{n} puntos puestos.</translation>
    </message>
    <message>
        <source>No pin moved.</source>
        <translation>Ningún punto se movió.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Ahora: %1.</translation>
    </message>
    <message>
        <source>told by %1</source>
        <translation>según %1</translation>
    </message>
    <message>
        <source>from the street data</source>
        <translation>de los datos de calles</translation>
    </message>
    <message>
        <source>from the address</source>
        <translation>por la dirección</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Places to work through</source>
        <translation>Lugares por revisar</translation>
    </message>
    <message>
        <source>Find places</source>
        <translation>Encontrar lugares</translation>
    </message>
    <message>
        <source>Ask a service…</source>
        <translation>Preguntar a un servicio…</translation>
    </message>
    <message>
        <source>Street data…</source>
        <translation>Datos de calles…</translation>
    </message>
    <message>
        <source>Look-ups…</source>
        <translation>Búsquedas…</translation>
    </message>
    <message>
        <source>Settings of look-ups on the internet</source>
        <translation>Ajustes de las búsquedas en internet</translation>
    </message>
    <message>
        <source>Addresses to work through</source>
        <translation>Direcciones por revisar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Looking through the addresses</source>
        <translation>Mirando las direcciones</translation>
    </message>
    <message>
        <source>One address</source>
        <translation>Una dirección</translation>
    </message>
    <message>
        <source>{n} addresses</source>
        <translation>{n} direcciones</translation>
    </message>
    <message>
        <source>No address waits here</source>
        <translation>Aquí no espera ninguna dirección</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Every address that can be found has its place.</source>
        <translation>Cada dirección que se puede encontrar tiene su lugar.</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>Ir al mapa</translation>
    </message>
    <message>
        <source>Without street data, an address is only found to its town. Bring in the streets of your state once; nothing is sent for it.</source>
        <translation>Sin datos de calles, una dirección solo se encuentra hasta su pueblo. Traiga una vez las calles de su estado; no se envía nada.</translation>
    </message>
    <message>
        <source>Placed %1</source>
        <translation>%1 tiene su lugar</translation>
    </message>
    <message>
        <source>%1 has no fixed place</source>
        <translation>%1 no tiene lugar fijo</translation>
    </message>
    <message>
        <source>Finding places</source>
        <translation>Encontrando lugares</translation>
    </message>
    <message>
        <source>Stopped. What was found so far is placed; press again to go on.</source>
        <translation>Se detuvo. Lo encontrado ya está puesto; pulse otra vez para seguir.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Se detuvo</translation>
    </message>
    <message>
        <source>{n} pin placed</source>
        <translation>{n} punto puesto</translation>
    </message>
    <message>
        <source>{n} pins placed</source>
        <translation>{n} puntos puestos</translation>
    </message>
    <message>
        <source>No pin moved</source>
        <translation>Ningún punto se movió</translation>
    </message>
    <message>
        <source>One request was sent.</source>
        <translation>Se envió una consulta.</translation>
    </message>
    <message>
        <source>{n} requests were sent.</source>
        <translation>Se enviaron {n} consultas.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>No se envió nada.</translation>
    </message>
    <message>
        <source>Stopped; ask again to go on.</source>
        <translation>Se detuvo; pregunte otra vez para seguir.</translation>
    </message>
</context>
<context>
    <name>PlacesSection</name>
    <message>
        <source>Look streets up on the internet</source>
        <translation>Buscar calles en internet</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>A quién se pregunta</translation>
    </message>
    <message>
        <source>Its address, if it is your own</source>
        <translation>Su dirección, si es propio</translation>
    </message>
    <message>
        <source>Requests a second, at most (empty: one)</source>
        <translation>Consultas por segundo, como máximo (vacío: una)</translation>
    </message>
    <message>
        <source>Use the proxy of this computer</source>
        <translation>Usar el proxy de esta computadora</translation>
    </message>
    <message>
        <source>The US Census geocoder hands the addresses to a federal agency.</source>
        <translation>El servicio del Censo entrega las direcciones a una agencia federal.</translation>
    </message>
    <message>
        <source>Hand the addresses to a federal agency?</source>
        <translation>¿Entregar las direcciones a una agencia federal?</translation>
    </message>
    <message>
        <source>The US Census geocoder is run by the federal government.</source>
        <translation>El geocodificador del Censo lo maneja el gobierno federal.</translation>
    </message>
    <message>
        <source>Ask the Census Bureau</source>
        <translation>Preguntar al Censo</translation>
    </message>
    <message>
        <source>This is no number of requests. Write it as 1 or 0.5.</source>
        <translation>No es un número de consultas. Escríbalo como 1 o 0.5.</translation>
    </message>
    <message>
        <source>An e-mail address for the service, which says nothing of the list</source>
        <translation>Un correo para el servicio, que no diga nada de la lista</translation>
    </message>
    <message>
        <source>What requests say of who asks (empty: a neutral name)</source>
        <translation>Qué nombre dan las consultas (vacío: uno neutral)</translation>
    </message>
    <message>
        <source>Off, nothing leaves this laptop. On, street and town are sent, never a name, and only of those whose owner said yes to Look-up. The service learns the internet address of this laptop too, and can keep it all. Each request is listed below.</source>
        <translation>Apagado, nada sale de esta computadora. Encendido, se mandan calle y pueblo, nunca un nombre, y solo de quienes dijeron sí a la búsqueda. El servicio se entera también de la dirección de internet de esta computadora, y puede guardarlo todo. Cada consulta está en la lista de abajo.</translation>
    </message>
    <message>
        <source>This service wants to know whom to write to. Until then it is not asked.</source>
        <translation>Este servicio quiere saber a quién puede escribir. Mientras tanto no se le pregunta.</translation>
    </message>
</context>
<context>
    <name>PrintSheets</name>
    <message>
        <source>Save the visit sheets</source>
        <translation>Guardar las hojas de visita</translation>
    </message>
    <message>
        <source>Saved as run %1. It is private: destroy it once it is typed in</source>
        <translation>Guardadas como tiraje %1. Son privadas: destrúyalas una vez capturadas</translation>
    </message>
    <message>
        <source>Making visit sheets</source>
        <translation>Haciendo hojas de visita</translation>
    </message>
</context>
<context>
    <name>PrivateDialog</name>
    <message>
        <source>This file holds what nobody said yes to</source>
        <translation>Este archivo lleva lo que nadie aceptó</translation>
    </message>
    <message>
        <source>It stays with our own people, and is deleted after</source>
        <translation>Se queda con nuestra gente, y después se borra</translation>
    </message>
    <message>
        <source>Save the private file…</source>
        <translation>Guardar el archivo privado…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{n} business is in it, whatever its owner answered.</source>
        <translation>{n} negocio va en él, sin importar lo que contestó su dueño.</translation>
    </message>
    <message>
        <source>{n} businesses are in it, whatever their owners answered.</source>
        <translation>{n} negocios van en él, sin importar lo que contestaron sus dueños.</translation>
    </message>
    <message>
        <source>The file is not encrypted: whoever has the laptop or stick reads it.</source>
        <translation>El archivo no va cifrado: quien tenga la computadora o la memoria lo lee.</translation>
    </message>
    <message>
        <source>Anyone who reads it can find these people. Do not mail or upload it.</source>
        <translation>Quien lo lea puede encontrar a estas personas. No lo mande ni lo suba.</translation>
    </message>
    <message>
        <source>It is marked PRIVATE, numbered, and recorded among the print runs.</source>
        <translation>Va marcado PRIVATE, numerado y anotado entre los tirajes.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>What a map may show</source>
        <translation>Lo que puede mostrar un mapa</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Their business can be on paper guides that people carry</source>
        <translation>Su negocio puede salir en guías de papel</translation>
    </message>
    <message>
        <source>A dot shows where they are, as exactly as they choose</source>
        <translation>Un punto muestra dónde está, tan exacto como quiera</translation>
    </message>
    <message>
        <source>Anyone can find it on our web page</source>
        <translation>Cualquiera puede verlo en nuestra página</translation>
    </message>
    <message>
        <source>Other coalitions may print it too</source>
        <translation>Otras coaliciones también pueden imprimirlo</translation>
    </message>
    <message>
        <source>We may look their street up on the internet</source>
        <translation>Podemos buscar su calle en internet</translation>
    </message>
    <message>
        <source>The door</source>
        <translation>La puerta</translation>
    </message>
    <message>
        <source>Street only</source>
        <translation>Solo la calle</translation>
    </message>
    <message>
        <source>Town only</source>
        <translation>Solo el pueblo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Business</source>
        <translation>Negocio</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Phone queue</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>Print visit sheets…</source>
        <translation>Imprimir hojas de visita…</translation>
    </message>
    <message>
        <source>Type in visit sheets…</source>
        <translation>Capturar hojas de visita…</translation>
    </message>
    <message>
        <source>End this queue</source>
        <translation>Terminar esta lista</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 listos</translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation>faltan unos {n} min</translation>
    </message>
</context>
<context>
    <name>ReadDialog</name>
    <message>
        <source>How to read {file}</source>
        <translation>Cómo leer {file}</translation>
    </message>
    <message>
        <source>Change these if letters or columns look wrong.</source>
        <translation>Cámbielos si las letras o las columnas se ven mal.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Letters (encoding)</source>
        <translation>Letras (codificación)</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>Entre columnas</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Dates and words in</source>
        <translation>Fechas y palabras en</translation>
    </message>
</context>
<context>
    <name>RecallView</name>
    <message>
        <source>Print runs that name it</source>
        <translation>Tirajes que lo nombran</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Tiraje</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Where on it</source>
        <translation>En qué lugar</translation>
    </message>
    <message>
        <source>Use by</source>
        <translation>Usar hasta</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Guardar la lista…</translation>
    </message>
    <message>
        <source>Print it…</source>
        <translation>Imprimirla…</translation>
    </message>
    <message>
        <source>Looking through the print runs…</source>
        <translation>Buscando en los tirajes…</translation>
    </message>
    <message>
        <source>No print run names it.</source>
        <translation>Ningún tiraje lo nombra.</translation>
    </message>
    <message>
        <source>One print run names it</source>
        <translation>Un tiraje lo nombra</translation>
    </message>
    <message>
        <source>{n} print runs name it</source>
        <translation>{n} tirajes lo nombran</translation>
    </message>
    <message>
        <source>one copy was counted</source>
        <translation>se contó una copia</translation>
    </message>
    <message>
        <source>{n} copies were counted</source>
        <translation>se contaron {n} copias</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>número %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>entrada %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Enviado a la impresora</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
</context>
<context>
    <name>RecoveryFace</name>
    <message>
        <source>The recovery code: %1</source>
        <translation>El código de recuperación: %1</translation>
    </message>
    <message>
        <source>Print it instead…</source>
        <translation>Imprimirlo en vez de escribirlo…</translation>
    </message>
    <message>
        <source>To prove that you have it, type group %1</source>
        <translation>Para probar que lo tiene, escriba el grupo %1</translation>
    </message>
    <message>
        <source>This code opens the directory without the passphrase. It is shown this once.</source>
        <translation>Este código abre el directorio sin la frase. Se muestra solo esta vez.</translation>
    </message>
    <message>
        <source>Write it on paper, and keep the paper away from the laptop.</source>
        <translation>Escríbalo en papel y guarde el papel lejos de la computadora.</translation>
    </message>
    <message>
        <source>The print queue of this computer and the memory of many printers keep what they printed, often for weeks. What you write by hand is on your paper alone.</source>
        <translation>La cola de impresión de esta computadora y la memoria de muchas impresoras guardan lo que imprimieron, a veces por semanas. Lo que usted escribe a mano está solo en su papel.</translation>
    </message>
    <message>
        <source>This is not that group of the code</source>
        <translation>Ese no es ese grupo del código</translation>
    </message>
    <message>
        <source>Recovery code. Keep it away from the laptop.</source>
        <translation>Código de recuperación. Guárdelo lejos de la computadora.</translation>
    </message>
</context>
<context>
    <name>RefusedSinceDialog</name>
    <message>
        <source>Who refused since %1?</source>
        <translation>¿Quién se negó desde el %1?</translation>
    </message>
    <message>
        <source>This directory was restored from a backup of %1. Whoever said no or withdrew after that day is not in it, and could be printed against their will. So nothing goes out until somebody has answered this once. Ask the others; look at notes and messages.</source>
        <translation>Este directorio se restauró de un respaldo del %1. Quien dijo que no o se retiró después de ese día no consta en él, y podría imprimirse contra su voluntad. Por eso nada sale hasta que alguien responda esto una vez. Pregunte a los demás; revise apuntes y mensajes.</translation>
    </message>
    <message>
        <source>Search and tick who refused or withdrew</source>
        <translation>Busque y marque a quienes se negaron o se retiraron</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Quién responde</translation>
    </message>
    <message>
        <source>Nobody that I know of</source>
        <translation>Nadie, que yo sepa</translation>
    </message>
    <message>
        <source>Those who are ticked are asked for nothing and printed nowhere any more. Your name and the day stand in the history, and for 30 days every check before printing says so.</source>
        <translation>A quienes marque ya no se les imprime en ninguna parte ni se les pide nada. Su nombre y el día quedan en el historial, y durante 30 días lo dice cada revisión antes de imprimir.</translation>
    </message>
    <message>
        <source>There are more: type on to find them.</source>
        <translation>Hay más: siga escribiendo para encontrarlos.</translation>
    </message>
    <message>
        <source>Nothing is found. Try fewer letters.</source>
        <translation>No se encontró nada. Pruebe con menos letras.</translation>
    </message>
    <message>
        <source>Record one refusal</source>
        <translation>Anotar una negativa</translation>
    </message>
    <message>
        <source>Record {n} refusals</source>
        <translation>Anotar {n} negativas</translation>
    </message>
    <message>
        <source>Record that nobody refused</source>
        <translation>Anotar que nadie se negó</translation>
    </message>
    <message>
        <source>Write your name: it stands in the history</source>
        <translation>Escriba su nombre: queda en el historial</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove the street data “%1”?</source>
        <translation>¿Quitar los datos de calles “%1”?</translation>
    </message>
    <message>
        <source>Its %1 are deleted from this laptop. Pins that were found with it stay. It can be brought in again from its files.</source>
        <translation>Sus %1 se borran de esta computadora. Los pines que se hallaron con ellos se quedan. Se pueden traer de nuevo de sus archivos.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Dejarlos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar un respaldo</translation>
    </message>
    <message>
        <source>One that withdrew since does not come back.</source>
        <translation>Uno que se retiró desde entonces no vuelve.</translation>
    </message>
    <message>
        <source>{n} that withdrew since do not come back.</source>
        <translation>{n} que se retiraron desde entonces no vuelven.</translation>
    </message>
    <message>
        <source>Businesses</source>
        <translation>Negocios</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Print runs</source>
        <translation>Tirajes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Saved lists</source>
        <translation>Listas guardadas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>%1 only here, which would go: %2</source>
        <translation>%1 solo aquí, que desaparecerían: %2</translation>
    </message>
    <message>
        <source>%1 that would come back: %2</source>
        <translation>%1 que volverían: %2</translation>
    </message>
    <message>
        <source>%1 that would be as they were: %2</source>
        <translation>%1 que quedarían como estaban: %2</translation>
    </message>
    <message>
        <source>The backup is restored</source>
        <translation>El respaldo está restaurado</translation>
    </message>
    <message>
        <source>What was here is kept as %1.</source>
        <translation>Lo que había aquí se guarda como %1.</translation>
    </message>
    <message>
        <source>It opens with the passphrase of the backup.</source>
        <translation>Se abre con la frase del respaldo.</translation>
    </message>
    <message>
        <source>Who said no or withdrew since %1 cannot be told: nothing goes out until somebody has said it.</source>
        <translation>No se puede saber quién dijo que no o se retiró desde el %1: nada sale hasta que alguien lo diga.</translation>
    </message>
    <message>
        <source>The file “never again” tells who refused up to %1; they stay so.</source>
        <translation>El archivo «nunca más» dice quién se negó hasta el %1; así se queda.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>The passphrase when it was made</source>
        <translation>La frase de cuando se hizo</translation>
    </message>
    <message>
        <source>It was made with another passphrase</source>
        <translation>Se hizo con otra frase</translation>
    </message>
    <message>
        <source>See what differs</source>
        <translation>Ver qué cambia</translation>
    </message>
    <message>
        <source>It is needed to go on</source>
        <translation>Hace falta para seguir</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparando</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>No cambia nada.</translation>
    </message>
    <message>
        <source>Afterwards it opens with the passphrase of the backup.</source>
        <translation>Después se abre con la frase del respaldo.</translation>
    </message>
    <message>
        <source>What is here now is kept as a backup. Who said no or withdrew since stays so, and print runs stay.</source>
        <translation>Lo que hay ahora se guarda como respaldo. Quien dijo que no o se retiró desde entonces sigue así, y los tirajes quedan.</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>Restaurando el respaldo</translation>
    </message>
    <message>
        <source>What is here now is kept as a backup.</source>
        <translation>Lo que hay ahora se guarda como respaldo.</translation>
    </message>
</context>
<context>
    <name>RestoreNewDialog</name>
    <message>
        <source>Restore a backup as a new directory</source>
        <translation>Restaurar un respaldo como directorio nuevo</translation>
    </message>
    <message>
        <source>Use this where the directory itself is gone: a lost laptop, a new one. What was said after the backup is not in it, so nothing goes out until somebody has told who refused or withdrew since; Puertas asks for that next.</source>
        <translation>Úselo cuando el directorio ya no está: una laptop perdida, una nueva. Lo que se dijo después del respaldo no consta en él, así que nada sale hasta que alguien diga quién se negó o se retiró desde entonces; Puertas se lo pregunta en seguida.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>My directory</source>
        <translation>Mi directorio</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>Otro lugar…</translation>
    </message>
    <message>
        <source>The passphrase when it was made, or the recovery code</source>
        <translation>La frase de cuando se hizo, o el código de recuperación</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Where the directory is to lie</source>
        <translation>Dónde va a quedar el directorio</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces</source>
        <translation>Use letras, números y espacios</translation>
    </message>
    <message>
        <source>There is already one here</source>
        <translation>Ya hay uno aquí</translation>
    </message>
    <message>
        <source>It is needed to go on</source>
        <translation>Hace falta para seguir</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>The packet, looked over</source>
        <translation>El paquete en revisión</translation>
    </message>
    <message>
        <source>Businesses of the packet</source>
        <translation>Negocios del paquete</translation>
    </message>
    <message>
        <source>Finish with the packet</source>
        <translation>Terminar con el paquete</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Filas que se ven</translation>
    </message>
    <message>
        <source>All choices</source>
        <translation>Todas las elecciones</translation>
    </message>
    <message>
        <source>Keep all of ours</source>
        <translation>Dejar todo lo nuestro</translation>
    </message>
    <message>
        <source>Take all of theirs</source>
        <translation>Tomar todo lo suyo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nada es distinto</translation>
    </message>
    <message>
        <source>All that is in this packet is here already, as it is there.</source>
        <translation>Todo lo que trae este paquete ya está aquí, igual que allá.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Packet from %1</source>
        <translation>Paquete de %1</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>N.º %1</translation>
    </message>
    <message>
        <source>{n} business</source>
        <translation>{n} negocio</translation>
    </message>
    <message>
        <source>{n} businesses</source>
        <translation>{n} negocios</translation>
    </message>
    <message>
        <source>{n} as it is here</source>
        <translation>{n} igual que aquí</translation>
    </message>
    <message>
        <source>{n} as they are here</source>
        <translation>{n} iguales que aquí</translation>
    </message>
    <message>
        <source>{n} older than what came before</source>
        <translation>{n} de antes de lo que ya llegó</translation>
    </message>
    <message>
        <source>Apply {n} change</source>
        <translation>Aplicar {n} cambio</translation>
    </message>
    <message>
        <source>Apply {n} changes</source>
        <translation>Aplicar {n} cambios</translation>
    </message>
    <message>
        <source>{n} choice is open: it stays as it is here</source>
        <translation>{n} por elegir: se queda como está aquí</translation>
    </message>
    <message>
        <source>{n} choices are open: they stay as they are here</source>
        <translation>{n} por elegir: se quedan como están aquí</translation>
    </message>
    <message>
        <source>{n} no comes in, whatever you choose</source>
        <translation>entra {n} no, elija lo que elija</translation>
    </message>
    <message>
        <source>{n} noes come in, whatever you choose</source>
        <translation>entran {n} no, elija lo que elija</translation>
    </message>
    <message>
        <source>One step, which Undo takes back</source>
        <translation>Un solo paso, que Deshacer quita</translation>
    </message>
</context>
<context>
    <name>RowPane</name>
    <message>
        <source>What this row brings</source>
        <translation>Qué trae esta fila</translation>
    </message>
    <message>
        <source>Back to the rows</source>
        <translation>Volver a las filas</translation>
    </message>
    <message>
        <source>Choose a row to see what it brings.</source>
        <translation>Elija una fila para ver qué trae.</translation>
    </message>
    <message>
        <source>Line {line} is a new business</source>
        <translation>La línea {line} es un negocio nuevo</translation>
    </message>
    <message>
        <source>Line {line} updates</source>
        <translation>La línea {line} actualiza</translation>
    </message>
    <message>
        <source>Line {line} repeats</source>
        <translation>La línea {line} repite</translation>
    </message>
    <message>
        <source>Line {line} is left out</source>
        <translation>La línea {line} queda fuera</translation>
    </message>
    <message>
        <source>Line {line} is blocked</source>
        <translation>La línea {line} está bloqueada</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Nothing in it is new.</source>
        <translation>No trae nada nuevo.</translation>
    </message>
    <message>
        <source>Line %1 has this business already: nothing of this line is kept.</source>
        <translation>La línea %1 ya tiene este negocio: no se guarda nada de esta línea.</translation>
    </message>
    <message>
        <source>The directory has %1: nothing of this line is kept. Choose Update to take over what is new in it.</source>
        <translation>El directorio ya tiene %1: no se guarda nada de esta línea. Elija Actualizar para tomar lo nuevo.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>It is another business</source>
        <translation>Es otro negocio</translation>
    </message>
    <message>
        <source>Is it one that asked to be forgotten?</source>
        <translation>¿Es uno que pidió que se le olvidara?</translation>
    </message>
    <message>
        <source>It is like a business whose owner asked us to forget it. We kept nothing that says who it was. If you are not sure, leave it out.</source>
        <translation>Se parece a un negocio cuyo dueño nos pidió que lo olvidáramos. No guardamos nada que diga quién era. Si no está seguro, déjelo fuera.</translation>
    </message>
    <message>
        <source>Two scripts in one name</source>
        <translation>Dos escrituras en un nombre</translation>
    </message>
    <message>
        <source>Keep “{own}” as the name in its own script, under “{name}”?</source>
        <translation>¿Guardar “{own}” como el nombre en su propia escritura, bajo “{name}”?</translation>
    </message>
    <message>
        <source>Split the name</source>
        <translation>Separar el nombre</translation>
    </message>
    <message>
        <source>Words we don’t keep</source>
        <translation>Palabras que no guardamos</translation>
    </message>
    <message>
        <source>Drop the words</source>
        <translation>Quitar las palabras</translation>
    </message>
    <message>
        <source>It’s about the food</source>
        <translation>Habla de la comida</translation>
    </message>
    <message>
        <source>Line {line} needs your word</source>
        <translation>La línea {line} espera su palabra</translation>
    </message>
</context>
<context>
    <name>RunDetail</name>
    <message>
        <source>Print run</source>
        <translation>Tiraje</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Print again…</source>
        <translation>Imprimir otra vez…</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Go to the event</source>
        <translation>Ir al evento</translation>
    </message>
    <message>
        <source>Recall list…</source>
        <translation>Lista para recoger…</translation>
    </message>
    <message>
        <source>What it said about whom</source>
        <translation>Qué dijo de quién</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Desde entonces</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Tiraje %1</translation>
    </message>
    <message>
        <source>One on it may not be handed out any more: call the paper back.</source>
        <translation>Uno ya no se puede repartir: recoja el papel.</translation>
    </message>
    <message>
        <source>{n} on it may not be handed out any more: call the paper back.</source>
        <translation>{n} ya no se pueden repartir: recoja el papel.</translation>
    </message>
    <message>
        <source>All that are on it may still be handed out.</source>
        <translation>Todos los que salen se pueden seguir repartiendo.</translation>
    </message>
    <message>
        <source>one copy</source>
        <translation>una copia</translation>
    </message>
    <message>
        <source>{n} copies</source>
        <translation>{n} copias</translation>
    </message>
    <message>
        <source>use by %1</source>
        <translation>usar hasta el %1</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>se retiró</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>borrado</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Sí salió</translation>
    </message>
    <message>
        <source>Nothing came of it</source>
        <translation>No salió nada</translation>
    </message>
    <message>
        <source>Nothing came of it, and its number is not used again.</source>
        <translation>No salió nada, y su número no se usa otra vez.</translation>
    </message>
    <message>
        <source>It was begun and not finished. If paper or a file came of it, it bears this number and may name those below; a recall counts it.</source>
        <translation>Se empezó y no se terminó. Si salió papel o un archivo, lleva este número y puede nombrar a los de abajo; se cuenta al recoger.</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Export (%1)</source>
        <translation>Exportación (%1)</translation>
    </message>
    <message>
        <source>Private table (%1)</source>
        <translation>Tabla privada (%1)</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>begun, not finished</source>
        <translation>empezado y no terminado</translation>
    </message>
    <message>
        <source>nothing came of it</source>
        <translation>no salió nada</translation>
    </message>
    <message>
        <source>Field directory</source>
        <translation>Directorio de campo</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Run</source>
        <translation>Tiraje</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Use by</source>
        <translation>Usar hasta</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day}, vencida</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Print runs</source>
        <translation>Tirajes</translation>
    </message>
    <message>
        <source>Look up a run</source>
        <translation>Buscar un tiraje</translation>
    </message>
    <message>
        <source>Number, event, day or business</source>
        <translation>Número, evento, día o negocio</translation>
    </message>
    <message>
        <source>Nothing printed yet</source>
        <translation>Aún no se ha impreso nada</translation>
    </message>
    <message>
        <source>Each guide that you save or print is kept here with its number.</source>
        <translation>Cada guía que guarda o imprime queda aquí con su número.</translation>
    </message>
    <message>
        <source>Go to the events</source>
        <translation>Ir a los eventos</translation>
    </message>
    <message>
        <source>{n} run</source>
        <translation>{n} tiraje</translation>
    </message>
    <message>
        <source>{n} runs</source>
        <translation>{n} tirajes</translation>
    </message>
</context>
<context>
    <name>Salvage</name>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>One business was saved</source>
        <translation>Se salvó un negocio</translation>
    </message>
    <message>
        <source>{n} businesses were saved</source>
        <translation>Se salvaron {n} negocios</translation>
    </message>
    <message>
        <source>Everything could be read.</source>
        <translation>Todo se pudo leer.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message>
        <source>The damaged directory stays as it is. What can be read goes into a new one beside it; what cannot is listed.</source>
        <translation>El directorio dañado queda como está. Lo que se pueda leer va a uno nuevo a su lado; lo que no, se enumera.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 salvado</translation>
    </message>
    <message>
        <source>Name of the new one</source>
        <translation>Nombre del nuevo</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Salvar lo que se pueda leer</translation>
    </message>
    <message>
        <source>Use letters, digits and spaces</source>
        <translation>Use letras, números y espacios</translation>
    </message>
    <message>
        <source>There is already one here</source>
        <translation>Ya hay uno aquí</translation>
    </message>
    <message>
        <source>It is needed to go on</source>
        <translation>Hace falta para seguir</translation>
    </message>
    <message>
        <source>Saving what can be read</source>
        <translation>Salvando lo que se pueda leer</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Escribiendo el archivo</translation>
    </message>
</context>
<context>
    <name>ScrollBar</name>
    <message>
        <source>Scroll</source>
        <translation>Desplazar</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
    <message>
        <source>Name, town, street, food, language…</source>
        <translation>Nombre, pueblo, calle, comida, idioma…</translation>
    </message>
    <message>
        <source>Search the directory</source>
        <translation>Buscar en el directorio</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Cómo buscar</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Beginnings of names, streets, towns, foods, phones</source>
        <translation>Principios de nombres, calles, pueblos, comidas, teléfonos</translation>
    </message>
    <message>
        <source>These words side by side</source>
        <translation>Estas palabras juntas</translation>
    </message>
    <message>
        <source>A minus leaves out</source>
        <translation>Un signo menos deja fuera</translation>
    </message>
    <message>
        <source>One or the other</source>
        <translation>Uno u otro</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Lo que son</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Lo que falta hacer</translation>
    </message>
    <message>
        <source>In one town</source>
        <translation>En un pueblo</translation>
    </message>
    <message>
        <source>Of one category</source>
        <translation>De una categoría</translation>
    </message>
    <message>
        <source>They speak Vietnamese there</source>
        <translation>Ahí hablan vietnamita</translation>
    </message>
    <message>
        <source>They take SNAP</source>
        <translation>Aceptan SNAP</translation>
    </message>
    <message>
        <source>Open on Sundays at ten</source>
        <translation>Abierto los domingos a las diez</translation>
    </message>
    <message>
        <source>Not farther than 5 miles</source>
        <translation>A no más de 5 millas</translation>
    </message>
    <message>
        <source>Nobody has asked about printing</source>
        <translation>Nadie ha preguntado por imprimir</translation>
    </message>
    <message>
        <source>A yes that ends within 60 days</source>
        <translation>Un sí que vence en 60 días</translation>
    </message>
    <message>
        <source>Not checked for 6 months</source>
        <translation>Sin revisar desde hace 6 meses</translation>
    </message>
    <message>
        <source>Changed in the last week</source>
        <translation>Cambiado en la última semana</translation>
    </message>
    <message>
        <source>Still a draft</source>
        <translation>Todavía un borrador</translation>
    </message>
    <message>
        <source>The pin is only at the town</source>
        <translation>El punto está solo en el pueblo</translation>
    </message>
    <message>
        <source>Without a website</source>
        <translation>Sin sitio web</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Cómo buscar</translation>
    </message>
    <message>
        <source>While you type, the box says what can follow.</source>
        <translation>Mientras escribe, el cuadro dice qué puede seguir.</translation>
    </message>
    <message>
        <source>Read the guide</source>
        <translation>Leer la guía</translation>
    </message>
</context>
<context>
    <name>SeasonRow</name>
    <message>
        <source>Try “May–Sep”</source>
        <translation>Pruebe “may–sep”</translation>
    </message>
    <message>
        <source>Not understood. Try “Mon–Fri 8–8”</source>
        <translation>No se entiende. Pruebe “lun–vie 8–8”</translation>
    </message>
    <message>
        <source>Part of the year %1</source>
        <translation>Parte del año %1</translation>
    </message>
    <message>
        <source>Hours of part %1</source>
        <translation>Horario de la parte %1</translation>
    </message>
    <message>
        <source>Remove part %1</source>
        <translation>Quitar la parte %1</translation>
    </message>
    <message>
        <source>May–Sep</source>
        <translation>may–sep</translation>
    </message>
    <message>
        <source>Mon–Fri 8 am–8 pm</source>
        <translation>lun–vie 8 am–8 pm</translation>
    </message>
</context>
<context>
    <name>SeasonRows</name>
    <message>
        <source>Parts of the year</source>
        <translation>Partes del año</translation>
    </message>
    <message>
        <source>Another part of the year</source>
        <translation>Otra parte del año</translation>
    </message>
    <message>
        <source>This part of the year has a line already</source>
        <translation>Esa parte del año ya tiene su línea</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Changed elsewhere meanwhile. You typed: %1</source>
        <translation>Mientras tanto cambió en otro lado. Usted escribió: %1</translation>
    </message>
    <message>
        <source>Changed elsewhere to “%1”. Leave it again to keep yours</source>
        <translation>Cambió en otro lado a «%1». Salga otra vez del campo para dejar lo suyo</translation>
    </message>
</context>
<context>
    <name>SecurityDialogs</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase</translation>
    </message>
    <message>
        <source>A new recovery code</source>
        <translation>Un código de recuperación nuevo</translation>
    </message>
    <message>
        <source>Let this computer’s keyring open it</source>
        <translation>Que lo abra el llavero de esta computadora</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Hacer una llave nueva</translation>
    </message>
    <message>
        <source>Encrypt this directory</source>
        <translation>Cifrar este directorio</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Minutes until it locks</source>
        <translation>Minutos hasta que se bloquea</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Cambiar la frase…</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Forty letters on paper that open the directory when the passphrase is lost.</source>
        <translation>Cuarenta letras en papel que abren el directorio si se pierde la frase.</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>Hacer uno nuevo…</translation>
    </message>
    <message>
        <source>This computer’s keyring</source>
        <translation>El llavero de esta computadora</translation>
    </message>
    <message>
        <source>It can open the directory with one click. Whoever has your unlocked laptop has the list.</source>
        <translation>Puede abrir el directorio con un clic. Quien tenga su computadora abierta tiene la lista.</translation>
    </message>
    <message>
        <source>Let it open the directory…</source>
        <translation>Que abra el directorio…</translation>
    </message>
    <message>
        <source>Take it out again</source>
        <translation>Quitarlo otra vez</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Una llave nueva</translation>
    </message>
    <message>
        <source>When somebody learned the passphrase, or may have copied this folder: then another passphrase alone does not help.</source>
        <translation>Cuando alguien supo la frase o pudo copiar esta carpeta: entonces otra frase sola no ayuda.</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation>Hacer una llave nueva…</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>This directory is not encrypted: whoever has the laptop, a backup or a stick with it has the list.</source>
        <translation>Este directorio no está cifrado: quien tenga la computadora, un respaldo o una memoria con él tiene la lista.</translation>
    </message>
    <message>
        <source>Encrypt it…</source>
        <translation>Cifrarlo…</translation>
    </message>
    <message>
        <source>Private places</source>
        <translation>Lugares privados</translation>
    </message>
    <message>
        <source>What left this laptop</source>
        <translation>Lo que salió de esta computadora</translation>
    </message>
    <message>
        <source>What was sent for a business goes from this list with it.</source>
        <translation>Lo que se envió por un negocio se borra de esta lista con él.</translation>
    </message>
    <message>
        <source>In use since %1</source>
        <translation>En uso desde el %1</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>There is one, from %1</source>
        <translation>Hay uno, del %1</translation>
    </message>
    <message>
        <source>There is none: if the passphrase is lost, so is the list</source>
        <translation>No hay: si se pierde la frase, se pierde la lista</translation>
    </message>
    <message>
        <source>It opens the directory since %1</source>
        <translation>Abre el directorio desde el %1</translation>
    </message>
    <message>
        <source>It does not open the directory</source>
        <translation>No abre el directorio</translation>
    </message>
    <message>
        <source>This computer has none that keeps secrets</source>
        <translation>Esta computadora no tiene ninguno que guarde secretos</translation>
    </message>
    <message>
        <source>some day</source>
        <translation>algún día</translation>
    </message>
    <message>
        <source>The passphrase is changed</source>
        <translation>La frase está cambiada</translation>
    </message>
    <message>
        <source>The new recovery code is in place</source>
        <translation>El código nuevo ya sirve</translation>
    </message>
    <message>
        <source>The keyring opens it from now on</source>
        <translation>Desde ahora lo abre el llavero</translation>
    </message>
    <message>
        <source>The keyring opens it no more</source>
        <translation>El llavero ya no lo abre</translation>
    </message>
    <message>
        <source>It opens it no more. Delete “puertas” from the keyring yourself.</source>
        <translation>Ya no lo abre. Borre usted «puertas» del llavero.</translation>
    </message>
    <message>
        <source>The directory has a new key</source>
        <translation>El directorio tiene una llave nueva</translation>
    </message>
    <message>
        <source>Backups from before open with the old passphrase.</source>
        <translation>Los respaldos de antes se abren con la frase anterior.</translation>
    </message>
    <message>
        <source>It was backed up anew.</source>
        <translation>Se hizo un respaldo nuevo.</translation>
    </message>
    <message>
        <source>Writing the directory anew, with a new key</source>
        <translation>Escribiendo el directorio de nuevo, con otra llave</translation>
    </message>
    <message>
        <source>The directory is encrypted</source>
        <translation>El directorio está cifrado</translation>
    </message>
    <message>
        <source>Backups from before are still readable for everybody.</source>
        <translation>Los respaldos de antes todavía los puede leer cualquiera.</translation>
    </message>
    <message>
        <source>Encrypting the directory</source>
        <translation>Cifrando el directorio</translation>
    </message>
    <message>
        <source>Without a key or the mouse for so long, and before the laptop sleeps, Puertas ends and begins again at the passphrase. What you were typing is there again.</source>
        <translation>Después de ese tiempo sin teclas ni ratón, y antes de que la computadora se duerma, Puertas termina y vuelve a empezar en la frase. Lo que estaba escribiendo está ahí otra vez.</translation>
    </message>
    <message>
        <source>Lock also when the screen of this computer locks</source>
        <translation>Bloquear también cuando se bloquea la pantalla de esta computadora</translation>
    </message>
    <message>
        <source>Ctrl Shift L closes Puertas at once, and asks nothing</source>
        <translation>Ctrl Shift L cierra Puertas de inmediato, sin preguntar nada</translation>
    </message>
    <message>
        <source>All its windows are gone, the clipboard is empty, and this computer’s keyring opens the directory no more: the passphrase does. What you were typing is kept where the disk takes it.</source>
        <translation>Se van todas sus ventanas, el portapapeles queda vacío, y el llavero de esta computadora ya no abre el directorio: lo abre la frase. Lo que estaba escribiendo se guarda, si el disco lo permite.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Esta computadora</translation>
    </message>
    <message>
        <source>On the guides</source>
        <translation>En las guías</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Quién trabaja aquí</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Whom to call about a mistake</source>
        <translation>A quién llamar si hay un error</translation>
    </message>
    <message>
        <source>Web address of the guide (for its QR code)</source>
        <translation>Dirección web de la guía (para su código QR)</translation>
    </message>
    <message>
        <source>What a printed sheet costs, in dollars (not printed)</source>
        <translation>Cuánto cuesta una hoja impresa, en dólares (no se imprime)</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>Soy</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Alguien nuevo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>Agregar a esta persona</translation>
    </message>
    <message>
        <source>These two are kept on this laptop, not in the directory.</source>
        <translation>Estos dos se guardan en esta computadora, no en el directorio.</translation>
    </message>
    <message>
        <source>Printed at the foot of each guide; what is empty is left out.</source>
        <translation>Se imprime al pie de cada guía; lo vacío se deja fuera.</translation>
    </message>
    <message>
        <source>Every change says who made it. With two people or more, a change is looked at by somebody else before it is approved.</source>
        <translation>Cada cambio dice quién lo hizo. Con dos personas o más, otra persona revisa el cambio antes de aprobarlo.</translation>
    </message>
    <message>
        <source>Remember which directory was open</source>
        <translation>Recordar qué directorio estaba abierto</translation>
    </message>
    <message>
        <source>From now on, you are %1</source>
        <translation>Desde ahora usted es %1</translation>
    </message>
    <message>
        <source>The keyring of this computer keeps it. Whoever is logged in here can see where the directory lies.</source>
        <translation>Lo guarda el llavero de esta computadora. Quien tenga la sesión abierta aquí puede ver dónde está el directorio.</translation>
    </message>
    <message>
        <source>This computer has no keyring for it, so Puertas keeps it nowhere.</source>
        <translation>Esta computadora no tiene llavero para eso, así que Puertas no lo guarda en ninguna parte.</translation>
    </message>
</context>
<context>
    <name>SheetDrafts</name>
    <message>
        <source>Not finished: %1. Type the code to go on.</source>
        <translation>Sin terminar: %1. Escriba el código para seguir.</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Date of the visit</source>
        <translation>Fecha de la visita</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Preguntó</translation>
    </message>
    <message>
        <source>Wording, as printed</source>
        <translation>Texto, como está impreso</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Dueña o dueño</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Encargada o encargado</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>They were asked again on this day</source>
        <translation>Se les volvió a preguntar ese día</translation>
    </message>
    <message>
        <source>%1 is still to come</source>
        <translation>El %1 todavía no llega</translation>
    </message>
    <message>
        <source>They refused on %1. Tick this if the sheet says you asked again.</source>
        <translation>Dijeron que no el %1. Marque esta casilla si la hoja dice que se les volvió a preguntar.</translation>
    </message>
    <message>
        <source>They refused on %1. Only a visit on a later day counts.</source>
        <translation>Dijeron que no el %1. Solo cuenta una visita de un día posterior.</translation>
    </message>
</context>
<context>
    <name>SheetKeys</name>
    <message>
        <source>Yes, the door</source>
        <translation>Sí, la puerta</translation>
    </message>
    <message>
        <source>Yes, the street only</source>
        <translation>Sí, solo la calle</translation>
    </message>
    <message>
        <source>Yes, the town only</source>
        <translation>Sí, solo la ciudad</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>Still right</source>
        <translation>Sigue bien</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Sin marcar</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>How exact on the map? D the door, R the street only, T the town only.</source>
        <translation>¿Qué tan exacto en el mapa? D la puerta, R solo la calle, T solo la ciudad.</translation>
    </message>
    <message>
        <source>Visit sheets</source>
        <translation>Hojas de visita</translation>
    </message>
    <message>
        <source>Type in visit sheets</source>
        <translation>Capturar hojas de visita</translation>
    </message>
    <message>
        <source>Done with sheets</source>
        <translation>Terminar con las hojas</translation>
    </message>
    <message>
        <source>Code on the sheet</source>
        <translation>Código de la hoja</translation>
    </message>
    <message>
        <source>Y yes, N no (type what is right), S not ticked, A all the rest is right, 1 to 7 go to a row. Enter saves the sheet, Esc goes back to the code.</source>
        <translation>Y sí, N no (escriba lo correcto), S sin marcar, A todo lo demás está bien, 1 a 7 van a una línea. Enter guarda la hoja, Esc vuelve al código.</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Guardar y seguir</translation>
    </message>
    <message>
        <source>Enter keeps what you typed, Esc leaves it as it was.</source>
        <translation>Enter guarda lo que escribió, Esc lo deja como estaba.</translation>
    </message>
    <message>
        <source>No business has this code.</source>
        <translation>Ningún negocio tiene este código.</translation>
    </message>
    <message>
        <source>Near: %1</source>
        <translation>Parecidos: %1</translation>
    </message>
    <message>
        <source>What you said of this sheet before is here. Delete begins it anew.</source>
        <translation>Aquí está lo que había capturado de esta hoja. Supr la empieza de nuevo.</translation>
    </message>
    <message>
        <source>This sheet was typed in already. Enter keeps it once more; Esc goes back.</source>
        <translation>Esta hoja ya se capturó. Enter la guarda otra vez; Esc vuelve.</translation>
    </message>
    <message>
        <source>Answer each field first: S where nothing is ticked.</source>
        <translation>Primero conteste cada dato: S donde no hay marca.</translation>
    </message>
    <message>
        <source>Nothing is ticked on this sheet.</source>
        <translation>En esta hoja no hay ninguna marca.</translation>
    </message>
    <message>
        <source>No such wording is known</source>
        <translation>No se conoce ese texto</translation>
    </message>
    <message>
        <source>Sheet of %1 kept</source>
        <translation>Hoja de %1 guardada</translation>
    </message>
    <message>
        <source>The sheet of %1 is not kept yet: type its code again</source>
        <translation>La hoja de %1 todavía no está guardada: escriba su código otra vez</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Se detuvo. No cambió nada.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Hecho de nuevo: %1</translation>
    </message>
    <message>
        <source>There is nothing more to undo</source>
        <translation>No hay nada más que deshacer</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Haciendo un respaldo</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Respaldo hecho</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>What to work on</source>
        <translation>En qué trabajar</translation>
    </message>
    <message>
        <source>Narrow or widen this list</source>
        <translation>Angostar o ensanchar esta lista</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Sin cifrar</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Respaldar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Por preguntar</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>Por verificar</translation>
    </message>
    <message>
        <source>No pin</source>
        <translation>Sin punto</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Posibles duplicados</translation>
    </message>
    <message>
        <source>Consent ending</source>
        <translation>Permiso por vencer</translation>
    </message>
    <message>
        <source>Changed this week</source>
        <translation>Cambios recientes</translation>
    </message>
    <message>
        <source>Phone queue</source>
        <translation>Lista de llamadas</translation>
    </message>
    <message>
        <source>Places to find</source>
        <translation>Lugares por hallar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Another laptop</source>
        <translation>Otra computadora</translation>
    </message>
    <message>
        <source>Street data</source>
        <translation>Datos de calles</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Respaldos</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Repartir</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Keep safe</source>
        <translation>Cuidar</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Print runs</source>
        <translation>Tirajes</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aún sin respaldo</translation>
    </message>
    <message>
        <source>Backed up today, %1</source>
        <translation>Respaldado hoy, %1</translation>
    </message>
    <message>
        <source>Backed up %1</source>
        <translation>Respaldado el %1</translation>
    </message>
    <message>
        <source>Field directory</source>
        <translation>Directorio de campo</translation>
    </message>
</context>
<context>
    <name>Spreads</name>
    <message>
        <source>Cover</source>
        <translation>Portada</translation>
    </message>
    <message>
        <source>Pages {a} and {b}</source>
        <translation>Páginas {a} y {b}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Reverso</translation>
    </message>
    <message>
        <source>Opened once</source>
        <translation>Abierta una vez</translation>
    </message>
    <message>
        <source>Opened wide</source>
        <translation>Abierta del todo</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Por fuera</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Por dentro</translation>
    </message>
    <message>
        <source>Sheet {n}, front</source>
        <translation>Hoja {n}, frente</translation>
    </message>
    <message>
        <source>Sheet {n}, back</source>
        <translation>Hoja {n}, reverso</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Frente</translation>
    </message>
    <message>
        <source>Sheet {n}</source>
        <translation>Hoja {n}</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Página {n}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Edit one business</source>
        <translation>Editar un negocio</translation>
    </message>
    <message>
        <source>Edit {n} businesses</source>
        <translation>Editar {n} negocios</translation>
    </message>
    <message>
        <source>Delete one business</source>
        <translation>Borrar un negocio</translation>
    </message>
    <message>
        <source>Delete {n} businesses</source>
        <translation>Borrar {n} negocios</translation>
    </message>
    <message>
        <source>Archive one business</source>
        <translation>Archivar un negocio</translation>
    </message>
    <message>
        <source>Archive {n} businesses</source>
        <translation>Archivar {n} negocios</translation>
    </message>
    <message>
        <source>Approve one business</source>
        <translation>Aprobar un negocio</translation>
    </message>
    <message>
        <source>Approve {n} businesses</source>
        <translation>Aprobar {n} negocios</translation>
    </message>
    <message>
        <source>Import of one business</source>
        <translation>Importación de un negocio</translation>
    </message>
    <message>
        <source>Import of {n} businesses</source>
        <translation>Importación de {n} negocios</translation>
    </message>
    <message>
        <source>One pin placed</source>
        <translation>Un punto puesto</translation>
    </message>
    <message>
        <source>{n} pins placed</source>
        <translation>{n} puntos puestos</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Agregar %1</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
    <message>
        <source>Answers of %1</source>
        <translation>Respuestas de %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Borrar %1</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>Archivar %1</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>Aprobar %1</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>Unir a %1</translation>
    </message>
    <message>
        <source>Not a duplicate: %1</source>
        <translation>No es duplicado: %1</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Pin of %1</source>
        <translation>Punto de %1</translation>
    </message>
    <message>
        <source>Packet from %1</source>
        <translation>Paquete de %1</translation>
    </message>
    <message>
        <source>Add the event %1</source>
        <translation>Agregar el evento %1</translation>
    </message>
    <message>
        <source>Edit the event %1</source>
        <translation>Editar el evento %1</translation>
    </message>
    <message>
        <source>Delete the event %1</source>
        <translation>Borrar el evento %1</translation>
    </message>
    <message>
        <source>Choice for %1</source>
        <translation>Elección para %1</translation>
    </message>
    <message>
        <source>Order for %1</source>
        <translation>Orden para %1</translation>
    </message>
    <message>
        <source>Call to %1</source>
        <translation>Llamada a %1</translation>
    </message>
    <message>
        <source>Visit sheet of %1</source>
        <translation>Hoja de visita de %1</translation>
    </message>
    <message>
        <source>Undo of “%1”</source>
        <translation>Deshacer «%1»</translation>
    </message>
    <message>
        <source>Told who refused since the backup of %1</source>
        <translation>Se dijo quién se negó desde el respaldo del %1</translation>
    </message>
    <message>
        <source>Told that nobody refused since the backup of %1</source>
        <translation>Se dijo que nadie se negó desde el respaldo del %1</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>%1 (taken back)</source>
        <translation>%1 (deshecho)</translation>
    </message>
</context>
<context>
    <name>StoppedBar</name>
    <message>
        <source>Drop the words</source>
        <translation>Quitar las palabras</translation>
    </message>
    <message>
        <source>It is about something else</source>
        <translation>Se trata de otra cosa</translation>
    </message>
</context>
<context>
    <name>TableDeeds</name>
    <message>
        <source>Select the rows to copy first</source>
        <translation>Primero seleccione las filas que va a copiar</translation>
    </message>
    <message>
        <source>That is a lot to copy: export it instead</source>
        <translation>Es mucho para copiar: mejor expórtelo</translation>
    </message>
    <message>
        <source>One row copied</source>
        <translation>Una fila copiada</translation>
    </message>
    <message>
        <source>{n} rows copied</source>
        <translation>{n} filas copiadas</translation>
    </message>
    <message>
        <source>one withdrew, closed for good or is archived</source>
        <comment>one</comment>
        <translation>uno se retiró, cerró para siempre o está archivado</translation>
    </message>
    <message>
        <source>{n} withdrew, closed for good or are archived</source>
        <translation>{n} se retiraron, cerraron para siempre o están archivados</translation>
    </message>
    <message>
        <source>Nothing can be added: somebody else writes now</source>
        <translation>No se puede agregar nada: alguien más está escribiendo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy with headings</source>
        <translation>Copiar con encabezados</translation>
    </message>
    <message>
        <source>Paste rows…</source>
        <translation>Pegar filas…</translation>
    </message>
    <message>
        <source>Export these…</source>
        <translation>Exportar estos…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>Edit one business</source>
        <translation>Editar un negocio</translation>
    </message>
    <message>
        <source>Edit {n} businesses together</source>
        <translation>Editar {n} negocios juntos</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
</context>
<context>
    <name>TogetherDialog</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Qué cambiaría</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Consent is not here: one person, one answer.</source>
        <translation>El permiso no está aquí: una persona, una respuesta.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>agregar</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>poner</translation>
    </message>
    <message>
        <source>%1 of %2 would change.</source>
        <translation>Cambiarían %1 de %2.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Se muestran los primeros %1.</translation>
    </message>
    <message>
        <source>Editing together</source>
        <translation>Editando juntos</translation>
    </message>
</context>
<context>
    <name>UseKeyring</name>
    <message>
        <source>Let it open</source>
        <translation>Que lo abra</translation>
    </message>
    <message>
        <source>Whoever has your unlocked laptop has the list.</source>
        <translation>Quien tenga su computadora abierta tiene la lista.</translation>
    </message>
</context>
<context>
    <name>UserError</name>
    <message>
        <source>1 text may name it.</source>
        <translation>Un texto podría nombrarlo.</translation>
    </message>
    <message>
        <source>A business needs a name.</source>
        <translation>Un negocio necesita un nombre.</translation>
    </message>
    <message>
        <source>A directory is a folder whose name ends in .puertas.</source>
        <translation>Un directorio es una carpeta cuyo nombre termina en .puertas.</translation>
    </message>
    <message>
        <source>A directory keeps its passphrase.</source>
        <translation>Un directorio conserva su frase de paso.</translation>
    </message>
    <message>
        <source>A field directory cannot end on {0}.</source>
        <translation>Un directorio de campo no puede terminar el {0}.</translation>
    </message>
    <message>
        <source>A field directory has no backup: it would outlive its last day.</source>
        <translation>Un directorio de campo no tiene copia de seguridad: duraría más que su último día.</translation>
    </message>
    <message>
        <source>A file of refusals (never again) is damaged: part of it is missing or was changed.</source>
        <translation>Un archivo de negativas (nunca más) está dañado: le falta una parte o alguien lo cambió.</translation>
    </message>
    <message>
        <source>A file of refusals (never again) of this directory does not open: it was changed, or opens with another passphrase.</source>
        <translation>Un archivo de negativas (nunca más) de este directorio no se abre: alguien lo cambió, o se abre con otra frase.</translation>
    </message>
    <message>
        <source>A file of refusals (never again) was made by a newer Puertas.</source>
        <translation>Un archivo de negativas (nunca más) se hizo con una Puertas más nueva.</translation>
    </message>
    <message>
        <source>A list needs a name.</source>
        <translation>Una lista necesita un nombre.</translation>
    </message>
    <message>
        <source>A map shows only those who said yes to it. Ask them first.</source>
        <translation>Un mapa muestra solo a quienes dijeron que sí a él. Pregúnteles primero.</translation>
    </message>
    <message>
        <source>A new passphrase is needed.</source>
        <translation>Hace falta una frase de paso nueva.</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Una persona necesita un nombre.</translation>
    </message>
    <message>
        <source>A private file is no “{0}”.</source>
        <translation>Un archivo privado no es «{0}».</translation>
    </message>
    <message>
        <source>A service of somebody else is never asked without a limit.</source>
        <translation>A un servicio ajeno nunca se le pregunta sin límite.</translation>
    </message>
    <message>
        <source>A text of {0} is too long for a cell of a workbook.</source>
        <translation>Un texto de {0} es demasiado largo para una celda de un libro.</translation>
    </message>
    <message>
        <source>A yes after that needs the day on which you asked again and the name of who asked.</source>
        <translation>Un sí posterior necesita el día en que usted volvió a preguntar y el nombre de quien preguntó.</translation>
    </message>
    <message>
        <source>A yes counts only if somebody asked again on a later day: tick “I asked again”, with the day of that talk.</source>
        <translation>Un sí cuenta solo si alguien volvió a preguntar un día posterior: marque «Volví a preguntar», con el día de esa conversación.</translation>
    </message>
    <message>
        <source>Add it only if you know that it is another one, and say so.</source>
        <translation>Agréguelo solo si sabe que es otro, y dígalo.</translation>
    </message>
    <message>
        <source>Add the ZIP as it was downloaded.</source>
        <translation>Agregue el ZIP tal como se descargó.</translation>
    </message>
    <message>
        <source>Add the files in it.</source>
        <translation>Agregue los archivos que contiene.</translation>
    </message>
    <message>
        <source>Add the town and its state.</source>
        <translation>Agregue el pueblo y su estado.</translation>
    </message>
    <message>
        <source>Add those of each source for themselves.</source>
        <translation>Agregue los de cada fuente por separado.</translation>
    </message>
    <message>
        <source>An event needs a name.</source>
        <translation>Un evento necesita un nombre.</translation>
    </message>
    <message>
        <source>Answer it in the line across the top of the window, or with: puertas restore DIR.puertas --refused-since CODES|none.</source>
        <translation>Respóndalo en la línea de arriba de la ventana, o con: puertas restore DIR.puertas --refused-since CÓDIGOS|none.</translation>
    </message>
    <message>
        <source>Ask for a GeoJSON file or a CSV file.</source>
        <translation>Pida un archivo GeoJSON o CSV.</translation>
    </message>
    <message>
        <source>Ask for a new one at home.</source>
        <translation>Pida uno nuevo donde se hizo.</translation>
    </message>
    <message>
        <source>Ask for a new packet, and whoever made it to bring their program up to date.</source>
        <translation>Pida un paquete nuevo, y que quien lo hizo ponga su programa al día.</translation>
    </message>
    <message>
        <source>Ask for a smaller file.</source>
        <translation>Pida un archivo más pequeño.</translation>
    </message>
    <message>
        <source>Ask for a sound one, or say who refused by hand.</source>
        <translation>Pida uno sano, o diga a mano quién se negó.</translation>
    </message>
    <message>
        <source>Ask for it once more.</source>
        <translation>Pídalo otra vez.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Pida otra vez el archivo.</translation>
    </message>
    <message>
        <source>Ask for the package again.</source>
        <translation>Pida otra vez el paquete.</translation>
    </message>
    <message>
        <source>Begin it with three dashes, language, version and date, as the shipped file does.</source>
        <translation>Comience con tres guiones, idioma, versión y fecha, como el archivo que viene con el programa.</translation>
    </message>
    <message>
        <source>Bring its folder home: it still tells which guides were printed from it.</source>
        <translation>Traiga su carpeta de vuelta: todavía dice qué guías se imprimieron de él.</translation>
    </message>
    <message>
        <source>Bring this one up to date, then open it.</source>
        <translation>Ponga este programa al día y ábralo después.</translation>
    </message>
    <message>
        <source>Bring this one up to date, then restore.</source>
        <translation>Actualice esta y después restaure.</translation>
    </message>
    <message>
        <source>Change it instead.</source>
        <translation>Cámbiela en su lugar.</translation>
    </message>
    <message>
        <source>Change its passphrase, or rekey.</source>
        <translation>Cambie su frase de paso, o su llave.</translation>
    </message>
    <message>
        <source>Check capitals and the keyboard layout.</source>
        <translation>Revise las mayúsculas y la distribución del teclado.</translation>
    </message>
    <message>
        <source>Check its name and its folder.</source>
        <translation>Revise su nombre y su carpeta.</translation>
    </message>
    <message>
        <source>Check its times.</source>
        <translation>Revise sus horas.</translation>
    </message>
    <message>
        <source>Check that this account may read it.</source>
        <translation>Compruebe que esta cuenta pueda leerlo.</translation>
    </message>
    <message>
        <source>Check that this account may write there.</source>
        <translation>Compruebe que esta cuenta pueda escribir ahí.</translation>
    </message>
    <message>
        <source>Check the directory and the disk, then try again.</source>
        <translation>Revise el directorio y el disco, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Revise el disco.</translation>
    </message>
    <message>
        <source>Check the disk; back up soon.</source>
        <translation>Revise el disco; haga pronto un respaldo.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Revise el nombre y la carpeta.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Revise el nombre.</translation>
    </message>
    <message>
        <source>Check the rights of the folder.</source>
        <translation>Revise los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>Check where it is, and try again.</source>
        <translation>Revise dónde está e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Check where it is.</source>
        <translation>Revise dónde está.</translation>
    </message>
    <message>
        <source>Choose a .vcf file.</source>
        <translation>Elija un archivo .vcf.</translation>
    </message>
    <message>
        <source>Choose a CSV file or a workbook (.xlsx).</source>
        <translation>Elija un archivo CSV o un libro (.xlsx).</translation>
    </message>
    <message>
        <source>Choose a file with at least one row.</source>
        <translation>Elija un archivo con al menos una fila.</translation>
    </message>
    <message>
        <source>Choose a folder of this laptop alone, such as {0}.</source>
        <translation>Elija una carpeta que solo esté en esta computadora, por ejemplo {0}.</translation>
    </message>
    <message>
        <source>Choose a folder that Puertas made (its name ends in .puertas).</source>
        <translation>Elija una carpeta hecha por Puertas (su nombre termina en .puertas).</translation>
    </message>
    <message>
        <source>Choose a folder that Puertas made.</source>
        <translation>Elija una carpeta hecha por Puertas.</translation>
    </message>
    <message>
        <source>Choose a folder where you may write.</source>
        <translation>Elija una carpeta donde pueda escribir.</translation>
    </message>
    <message>
        <source>Choose a name that ends in one of them.</source>
        <translation>Elija un nombre que termine en uno de ellos.</translation>
    </message>
    <message>
        <source>Choose a part of the businesses.</source>
        <translation>Elija una parte de los negocios.</translation>
    </message>
    <message>
        <source>Choose an event with a smaller radius.</source>
        <translation>Elija un evento con un radio más pequeño.</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Elija otro respaldo.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>Choose another folder for it.</source>
        <translation>Elija otra carpeta para ello.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and try again.</source>
        <translation>Elija otra carpeta, o haga espacio en el disco, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Choose another name with --name, or remove it first.</source>
        <translation>Elija otro nombre con --name, o quítelo primero.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another view, or name them by their codes.</source>
        <translation>Elija otra vista, o dé sus códigos.</translation>
    </message>
    <message>
        <source>Choose four or more random words.</source>
        <translation>Elija cuatro o más palabras al azar.</translation>
    </message>
    <message>
        <source>Choose one from the list of runs.</source>
        <translation>Elija una de la lista de impresiones.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Elija uno de la lista.</translation>
    </message>
    <message>
        <source>Choose one of letters and digits.</source>
        <translation>Elija uno de letras y números.</translation>
    </message>
    <message>
        <source>Choose one of which it says that it was begun and not finished.</source>
        <translation>Elija una de la que se diga que se empezó y no se terminó.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Elija uno de estos: {0}.</translation>
    </message>
    <message>
        <source>Choose one such as America/Denver.</source>
        <translation>Elija una como America/Denver.</translation>
    </message>
    <message>
        <source>Choose other businesses.</source>
        <translation>Elija otros negocios.</translation>
    </message>
    <message>
        <source>Choose others for it.</source>
        <translation>Elija otros para él.</translation>
    </message>
    <message>
        <source>Choose others, or ask the owners first.</source>
        <translation>Elija otros, o pregunte primero a los dueños.</translation>
    </message>
    <message>
        <source>Choose the folder of a field directory.</source>
        <translation>Elija la carpeta de un directorio de campo.</translation>
    </message>
    <message>
        <source>Choose the folder of the field directory.</source>
        <translation>Elija la carpeta del directorio de campo.</translation>
    </message>
    <message>
        <source>Choose two different ones.</source>
        <translation>Elija dos distintos.</translation>
    </message>
    <message>
        <source>Choose visit-sheets or call-list.</source>
        <translation>Elija visit-sheets o call-list.</translation>
    </message>
    <message>
        <source>Choose who you are, or add the name to the people first.</source>
        <translation>Elija quién es usted, o agregue primero el nombre a las personas.</translation>
    </message>
    <message>
        <source>Choose who you are, then approve it.</source>
        <translation>Elija quién es usted, y luego apruébelo.</translation>
    </message>
    <message>
        <source>Close the other one or wait until it is done.</source>
        <translation>Cierre la otra o espere a que termine.</translation>
    </message>
    <message>
        <source>Compare it with the paper.</source>
        <translation>Compárelo con el papel.</translation>
    </message>
    <message>
        <source>Copy the folder from the other laptop once more.</source>
        <translation>Copie otra vez la carpeta desde la otra computadora.</translation>
    </message>
    <message>
        <source>Copy the folder to a disk where you may write, or only look at it.</source>
        <translation>Copie la carpeta a un disco donde pueda escribir, o solo mírela.</translation>
    </message>
    <message>
        <source>Correct it in the settings.</source>
        <translation>Corríjalo en los ajustes.</translation>
    </message>
    <message>
        <source>Create it or choose another.</source>
        <translation>Créela o elija otra.</translation>
    </message>
    <message>
        <source>Delete those not needed.</source>
        <translation>Borre los que no hagan falta.</translation>
    </message>
    <message>
        <source>Do not enter anything; restore the latest backup.</source>
        <translation>No anote nada; restaure el último respaldo.</translation>
    </message>
    <message>
        <source>Do not open it; download it from the official place.</source>
        <translation>No lo abra; descárguelo del sitio oficial.</translation>
    </message>
    <message>
        <source>Download it once more, or take a smaller one.</source>
        <translation>Descárguelo otra vez, o tome uno más pequeño.</translation>
    </message>
    <message>
        <source>Download it once more.</source>
        <translation>Descárguelo otra vez.</translation>
    </message>
    <message>
        <source>Encrypt it first.</source>
        <translation>Cífrelo primero.</translation>
    </message>
    <message>
        <source>End it in .pdf or .png.</source>
        <translation>Termínelo en .pdf o .png.</translation>
    </message>
    <message>
        <source>Enter a first name.</source>
        <translation>Escriba primero un nombre.</translation>
    </message>
    <message>
        <source>Enter it in English or Spanish.</source>
        <translation>Escríbalo en inglés o en español.</translation>
    </message>
    <message>
        <source>Enter it, or set PUERTAS_PASSPHRASE for a command without a window.</source>
        <translation>Escríbala, o ponga PUERTAS_PASSPHRASE para un comando sin ventana.</translation>
    </message>
    <message>
        <source>Enter nothing. Restore the latest backup; or if you did this yourself, set {0}=1.</source>
        <translation>No anote nada. Restaure el último respaldo; o, si lo hizo usted, ponga {0}=1.</translation>
    </message>
    <message>
        <source>Enter the name that is on its sign.</source>
        <translation>Escriba el nombre que está en su letrero.</translation>
    </message>
    <message>
        <source>Enter your name, or set PUERTAS_PERSON.</source>
        <translation>Escriba su nombre, o ponga PUERTAS_PERSON.</translation>
    </message>
    <message>
        <source>Export it again, or ask for a CSV file.</source>
        <translation>Expórtelo otra vez, o pida un archivo CSV.</translation>
    </message>
    <message>
        <source>Export it as CSV in UTF-8.</source>
        <translation>Expórtelo como CSV en UTF-8.</translation>
    </message>
    <message>
        <source>Export it as CSV.</source>
        <translation>Expórtelo como CSV.</translation>
    </message>
    <message>
        <source>Export it in longitude and latitude (WGS84 or NAD83).</source>
        <translation>Expórtelo en longitud y latitud (WGS84 o NAD83).</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Libere espacio y pruebe otra vez.</translation>
    </message>
    <message>
        <source>From a field directory only guides and maps are made.</source>
        <translation>De un directorio de campo solo se hacen guías y mapas.</translation>
    </message>
    <message>
        <source>Give a day from today on, at most {0} days ahead.</source>
        <translation>Dé un día a partir de hoy, a lo más dentro de {0} días.</translation>
    </message>
    <message>
        <source>Give a number above 0.</source>
        <translation>Dé un número mayor que 0.</translation>
    </message>
    <message>
        <source>Give the codes of two.</source>
        <translation>Dé los códigos de dos.</translation>
    </message>
    <message>
        <source>Give the day on which the owner was asked, today at the latest.</source>
        <translation>Indique el día en que se le preguntó al dueño, a más tardar hoy.</translation>
    </message>
    <message>
        <source>Give the new ones version {0}, so that answers say which were read.</source>
        <translation>Dé a las nuevas la versión {0}, para que las respuestas digan cuáles se leyeron.</translation>
    </message>
    <message>
        <source>Give {0}.</source>
        <translation>Dé {0}.</translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation>Impórtelo por partes.</translation>
    </message>
    <message>
        <source>Install it again, then open this.</source>
        <translation>Instálelo otra vez y luego abra esto.</translation>
    </message>
    <message>
        <source>Install that one.</source>
        <translation>Instale ese.</translation>
    </message>
    <message>
        <source>Install the newer version; this one has changed nothing.</source>
        <translation>Instale la versión más nueva; esta no cambió nada.</translation>
    </message>
    <message>
        <source>It has {0} groups of {1} letters.</source>
        <translation>Tiene {0} grupos de {1} letras.</translation>
    </message>
    <message>
        <source>It is written as run {0}, but the directory could not keep that: {1}</source>
        <translation>Quedó escrito como impresión {0}, pero el directorio no pudo guardarlo: {1}</translation>
    </message>
    <message>
        <source>It may have been deleted in the meantime.</source>
        <translation>Quizás se borró mientras tanto.</translation>
    </message>
    <message>
        <source>It opens with the passphrase that was in use when it was made.</source>
        <translation>Se abre con la frase de paso que se usaba cuando se hizo.</translation>
    </message>
    <message>
        <source>It stands in the description, the directions or the note about hours of “{0}” ({1}): reword that, and make it again.</source>
        <translation>Está en la descripción, en las indicaciones para llegar o en la nota de horario de “{0}” ({1}): cámbielo ahí y hágalo otra vez.</translation>
    </message>
    <message>
        <source>It stays out. Ask for help if it is about something else.</source>
        <translation>Se queda fuera. Pida ayuda si se trata de otra cosa.</translation>
    </message>
    <message>
        <source>It takes {0}: choose a part of them.</source>
        <translation>Caben {0}: elija una parte.</translation>
    </message>
    <message>
        <source>It would fit {0}.</source>
        <translation>Cabría {0}.</translation>
    </message>
    <message>
        <source>Its columns: {0}.</source>
        <translation>Sus columnas: {0}.</translation>
    </message>
    <message>
        <source>Its number stands at the foot of each page.</source>
        <translation>Su número está al pie de cada página.</translation>
    </message>
    <message>
        <source>Keep it in a folder of this laptop alone. Whoever has decided otherwise sets “allow synced folders” in the settings, or {0}=1.</source>
        <translation>Guárdelo en una carpeta solo de esta computadora. Quien haya decidido otra cosa pone «permitir carpetas sincronizadas» en los ajustes, o {0}=1.</translation>
    </message>
    <message>
        <source>Keep those needed.</source>
        <translation>Conserve los que hagan falta.</translation>
    </message>
    <message>
        <source>Known: {0}.</source>
        <translation>Se conocen: {0}.</translation>
    </message>
    <message>
        <source>Leave those words out of “{0}”.</source>
        <translation>Quite esas palabras de «{0}».</translation>
    </message>
    <message>
        <source>Leave those words out.</source>
        <translation>Quite esas palabras.</translation>
    </message>
    <message>
        <source>Let it end in {0}.</source>
        <translation>Haga que termine en {0}.</translation>
    </message>
    <message>
        <source>Let whoever made it tell you the words again, one by one.</source>
        <translation>Pida a quien lo hizo que le diga las palabras otra vez, una por una.</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Línea {0}: {1}</translation>
    </message>
    <message>
        <source>Look at each and say whether it is taken out (--redact-like) or stays (--keep-like).</source>
        <translation>Mire cada uno y diga si se quita (--redact-like) o se queda (--keep-like).</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Mire otra vez la lista.</translation>
    </message>
    <message>
        <source>Look at the list of events.</source>
        <translation>Mire la lista de eventos.</translation>
    </message>
    <message>
        <source>Look at what the import said of it.</source>
        <translation>Vea lo que dijo la importación de ella.</translation>
    </message>
    <message>
        <source>Look for it in the words of the event and in the settings. If it is in neither, Puertas has a fault: please report it. Nothing has left this laptop.</source>
        <translation>Búsquelo en los textos del evento y en los ajustes. Si no está en ninguno, Puertas tiene una falla: por favor avísenos. Nada ha salido de esta computadora.</translation>
    </message>
    <message>
        <source>Look whether it is on, and try again.</source>
        <translation>Mire si está encendida, y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Look whether it is the right one.</source>
        <translation>Mire si es el correcto.</translation>
    </message>
    <message>
        <source>Make it on the laptop that it came from.</source>
        <translation>Hágalo en la computadora de donde vino.</translation>
    </message>
    <message>
        <source>Make it, or choose another.</source>
        <translation>Hágala, o elija otra.</translation>
    </message>
    <message>
        <source>Make some room.</source>
        <translation>Haga algo de espacio.</translation>
    </message>
    <message>
        <source>Make the change on the laptop that it came from.</source>
        <translation>Haga el cambio en la computadora de donde vino.</translation>
    </message>
    <message>
        <source>Make the folder first, or choose another one.</source>
        <translation>Haga primero la carpeta o elija otra.</translation>
    </message>
    <message>
        <source>Make the guide again: it takes a new number, without them. Call back this one.</source>
        <translation>Haga la guía de nuevo: llevará otro número, sin ellos. Retire esta.</translation>
    </message>
    <message>
        <source>More than {0} businesses are too many for one map.</source>
        <translation>Más de {0} negocios son demasiados para un mapa.</translation>
    </message>
    <message>
        <source>Name an e-mail address that says nothing of the list: on the page Security, or by --contact.</source>
        <translation>Ponga un correo que no diga nada de la lista: en la página Seguridad, o con --contact.</translation>
    </message>
    <message>
        <source>Name one, like nominatim=http://127.0.0.1:8088.</source>
        <translation>Dé uno, como nominatim=http://127.0.0.1:8088.</translation>
    </message>
    <message>
        <source>No column is known for: {0}. There are: {1}.</source>
        <translation>No se conoce una columna para: {0}. Hay: {1}.</translation>
    </message>
    <message>
        <source>No field directory with the number {0} was made here.</source>
        <translation>Aquí no se hizo ningún directorio de campo con el número {0}.</translation>
    </message>
    <message>
        <source>No service is chosen, so nothing is asked and nothing leaves this laptop.</source>
        <translation>No se eligió un servicio, así que no se pregunta nada y nada sale de esta computadora.</translation>
    </message>
    <message>
        <source>Nobody is chosen as the person at work.</source>
        <translation>Nadie está elegido como la persona que trabaja.</translation>
    </message>
    <message>
        <source>Nobody is chosen for the packet.</source>
        <translation>No hay nadie elegido para el paquete.</translation>
    </message>
    <message>
        <source>Nobody is waiting in this view.</source>
        <translation>Nadie espera en esta vista.</translation>
    </message>
    <message>
        <source>Nobody of these may be printed, so a field directory would be empty.</source>
        <translation>No se puede imprimir a nadie de estos, así que el directorio de campo quedaría vacío.</translation>
    </message>
    <message>
        <source>Nobody who may be shown on a map has a place there.</source>
        <translation>Nadie que se pueda mostrar en un mapa tiene un lugar ahí.</translation>
    </message>
    <message>
        <source>Nobody would be in this file.</source>
        <translation>No habría nadie en este archivo.</translation>
    </message>
    <message>
        <source>Nothing is to be answered: it is known who refused.</source>
        <translation>No hay nada que responder: ya se sabe quién se negó.</translation>
    </message>
    <message>
        <source>Nothing is typed.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the directory and the disk.</source>
        <translation>No se cambió nada. Revise el directorio y el disco.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again.</source>
        <translation>No se cambió nada; pruebe otra vez.</translation>
    </message>
    <message>
        <source>Nothing was made: a contact person of “{0}” ({1}) would be named ({2}).</source>
        <translation>No se hizo nada: se nombraría a una persona de contacto de “{0}” ({1}) ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: a telephone of “{0}” ({1}) would be in it that may not be ({2}).</source>
        <translation>No se hizo nada: llevaría un teléfono de “{0}” ({1}) que no debe llevar ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: an e-mail address of “{0}” ({1}) would be in it that may not be ({2}).</source>
        <translation>No se hizo nada: llevaría un correo electrónico de “{0}” ({1}) que no debe llevar ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: the hidden street of “{0}” ({1}) would be in it ({2}).</source>
        <translation>No se hizo nada: llevaría la calle de “{0}” ({1}), que no se muestra ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: where “{0}” ({1}) is would be told more finely than agreed ({2}).</source>
        <translation>No se hizo nada: diría dónde está “{0}” ({1}) con más exactitud de la acordada ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: words of a private note about “{0}” ({1}) would be in it ({2}).</source>
        <translation>No se hizo nada: llevaría palabras de una nota privada sobre “{0}” ({1}) ({2}).</translation>
    </message>
    <message>
        <source>Nothing was made: “{0}” ({1}) would be named, and may not be ({2}).</source>
        <translation>No se hizo nada: se nombraría a “{0}” ({1}), y no se debe ({2}).</translation>
    </message>
    <message>
        <source>Of TIGER/Line, ADDRFEAT, ROADS, EDGES, AREAWATER and AREALM are read.</source>
        <translation>De TIGER/Line se leen ADDRFEAT, ROADS, EDGES, AREAWATER y AREALM.</translation>
    </message>
    <message>
        <source>Of a home only the town is kept.</source>
        <translation>De una casa solo se guarda el pueblo.</translation>
    </message>
    <message>
        <source>One ends in {0}.</source>
        <translation>Uno termina en {0}.</translation>
    </message>
    <message>
        <source>One of these is no language that we know.</source>
        <translation>Uno de estos no es un idioma que conozcamos.</translation>
    </message>
    <message>
        <source>Only OpenAddresses&apos; own kind of GeoJSON is read; or export it as CSV.</source>
        <translation>Solo se lee el GeoJSON propio de OpenAddresses; o expórtelo como CSV.</translation>
    </message>
    <message>
        <source>Only a talk on a later day counts. Ask again, and record the day of that talk.</source>
        <translation>Solo cuenta una conversación de un día posterior. Vuelva a preguntar y anote el día de esa conversación.</translation>
    </message>
    <message>
        <source>Open it for changes first.</source>
        <translation>Ábralo primero para hacer cambios.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as .xlsx or CSV.</source>
        <translation>Ábralo en un programa de hojas de cálculo y guárdelo como .xlsx o CSV.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, save it without the password and import that.</source>
        <translation>Ábralo en un programa de hojas de cálculo, guárdelo sin la contraseña e importe eso.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program, save the sheet as CSV and import that.</source>
        <translation>Ábralo en un programa de hojas de cálculo, guarde la hoja como CSV e importe eso.</translation>
    </message>
    <message>
        <source>Open it once for changes, then again.</source>
        <translation>Ábralo una vez para hacer cambios y luego otra vez.</translation>
    </message>
    <message>
        <source>Open it once in the window; it is backed up and brought up to date.</source>
        <translation>Ábralo una vez en la ventana; se respalda y se pone al día.</translation>
    </message>
    <message>
        <source>Open it with --show; it names those of which it does.</source>
        <translation>Ábralo con --show: ahí se nombran los que lo necesitan.</translation>
    </message>
    <message>
        <source>Open it, look at its hours, telephones and dates, and save it.</source>
        <translation>Ábralo, revise su horario, sus teléfonos y sus fechas, y guárdelo.</translation>
    </message>
    <message>
        <source>Open its event, choose a layout, and print a new one.</source>
        <translation>Abra su evento, elija un formato e imprima una nueva.</translation>
    </message>
    <message>
        <source>Open the directory again.</source>
        <translation>Abra otra vez el directorio.</translation>
    </message>
    <message>
        <source>Open the directory that it was made from.</source>
        <translation>Abra el directorio del que se hizo.</translation>
    </message>
    <message>
        <source>Open this again, and save the list.</source>
        <translation>Abra esto otra vez y guarde la lista.</translation>
    </message>
    <message>
        <source>Put the stick in, or choose another folder for it.</source>
        <translation>Ponga la memoria, o elija otra carpeta para él.</translation>
    </message>
    <message>
        <source>Reading this file failed: it is damaged, or too large for this computer&apos;s memory.</source>
        <translation>No se pudo leer este archivo: está dañado, o es demasiado grande para la memoria de esta computadora.</translation>
    </message>
    <message>
        <source>Record a no with the business itself.</source>
        <translation>Anote el no en la ficha del negocio.</translation>
    </message>
    <message>
        <source>Redo brings it back.</source>
        <translation>Rehacer lo trae de vuelta.</translation>
    </message>
    <message>
        <source>Remove it and import it once more.</source>
        <translation>Quítelo e impórtelo otra vez.</translation>
    </message>
    <message>
        <source>Restore it as a new directory instead.</source>
        <translation>Restáurelo como un directorio nuevo.</translation>
    </message>
    <message>
        <source>Restore it as a new directory, and encrypt that.</source>
        <translation>Restáurelo como un directorio nuevo, y cifre ese.</translation>
    </message>
    <message>
        <source>Restore it, or the whole directory, from the latest backup.</source>
        <translation>Restáurelo, o el directorio entero, del último respaldo.</translation>
    </message>
    <message>
        <source>Restore the backup as a new one.</source>
        <translation>Restaure el respaldo como uno nuevo.</translation>
    </message>
    <message>
        <source>Restore the latest backup, which holds it, or put keys.json back.</source>
        <translation>Restaure el último respaldo, que lo contiene, o devuelva keys.json a su lugar.</translation>
    </message>
    <message>
        <source>Restore the latest backup.</source>
        <translation>Restaure el último respaldo.</translation>
    </message>
    <message>
        <source>Restore the latest backup; keep the damaged folder until that has worked.</source>
        <translation>Restaure el último respaldo; conserve la carpeta dañada hasta que haya funcionado.</translation>
    </message>
    <message>
        <source>Run {0} can&apos;t be made again: what it was made with was not kept.</source>
        <translation>La impresión {0} no se puede hacer otra vez: no se guardó con qué se hizo.</translation>
    </message>
    <message>
        <source>Run {0} was not left open: there is nothing to settle.</source>
        <translation>La impresión {0} no quedó abierta: no hay nada que aclarar.</translation>
    </message>
    <message>
        <source>Save it as .xlsx or CSV and import that.</source>
        <translation>Guárdelo como .xlsx o CSV e importe eso.</translation>
    </message>
    <message>
        <source>Save it as a file, and import that.</source>
        <translation>Guárdelo como archivo e importe ese.</translation>
    </message>
    <message>
        <source>Save it as text in UTF-8, and try again.</source>
        <translation>Guárdelo como texto en UTF-8 y pruebe otra vez.</translation>
    </message>
    <message>
        <source>Save it without the password and import that.</source>
        <translation>Guárdelo sin la contraseña e importe eso.</translation>
    </message>
    <message>
        <source>Save it; then somebody else has to look at it and approve it.</source>
        <translation>Guárdelo; después otra persona tiene que mirarlo y aprobarlo.</translation>
    </message>
    <message>
        <source>Say --allow-census if that is what you want.</source>
        <translation>Diga --allow-census si eso es lo que quiere.</translation>
    </message>
    <message>
        <source>Say a rate, like 1.</source>
        <translation>Diga una frecuencia, como 1.</translation>
    </message>
    <message>
        <source>Say that it is no home, if that is wrong, and place it then.</source>
        <translation>Diga que no es una casa, si eso es un error, y póngalo entonces.</translation>
    </message>
    <message>
        <source>Say where to save the list of them (--recall FILE.csv or FILE.pdf), to call it back.</source>
        <translation>Diga dónde guardar la lista (--recall FILE.csv o FILE.pdf), para recogerlas.</translation>
    </message>
    <message>
        <source>Say which it is, as in --map-columns {0}=HEADING.</source>
        <translation>Diga cuál es, como en --map-columns {0}=TÍTULO.</translation>
    </message>
    <message>
        <source>Set a passphrase first.</source>
        <translation>Ponga primero una frase de paso.</translation>
    </message>
    <message>
        <source>Shorten it, or export as CSV.</source>
        <translation>Acórtelo, o exporte como CSV.</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>Acórtelas.</translation>
    </message>
    <message>
        <source>Somebody else has to look at it and approve it.</source>
        <translation>Otra persona tiene que mirarlo y aprobarlo.</translation>
    </message>
    <message>
        <source>Something was printed meanwhile that names it too.</source>
        <translation>Mientras tanto se imprimió algo que también lo nombra.</translation>
    </message>
    <message>
        <source>Take a name and an address that say nothing of it, like maps@example.org.</source>
        <translation>Use un nombre y una dirección que no digan nada de ella, como maps@example.org.</translation>
    </message>
    <message>
        <source>Take more sheets, or another layout.</source>
        <translation>Use más hojas u otro formato.</translation>
    </message>
    <message>
        <source>Take plain letters and digits, as in {0}.</source>
        <translation>Use letras simples y números, como en {0}.</translation>
    </message>
    <message>
        <source>Take the .osm.pbf of it.</source>
        <translation>Tome el .osm.pbf.</translation>
    </message>
    <message>
        <source>Take the one of a single state or of a few counties.</source>
        <translation>Tome el de un solo estado o de unos pocos condados.</translation>
    </message>
    <message>
        <source>Take the six words that Puertas offers, or four or more random words of your own.</source>
        <translation>Use las seis palabras que ofrece Puertas, o cuatro o más palabras suyas al azar.</translation>
    </message>
    <message>
        <source>That is one business.</source>
        <translation>Es un solo negocio.</translation>
    </message>
    <message>
        <source>That is too much to paste.</source>
        <translation>Es demasiado para pegarlo.</translation>
    </message>
    <message>
        <source>The US Census geocoder hands the addresses to a federal agency.</source>
        <translation>El servicio del Censo entrega las direcciones a una agencia federal.</translation>
    </message>
    <message>
        <source>The backup could not be read back.</source>
        <translation>El respaldo no se pudo volver a leer.</translation>
    </message>
    <message>
        <source>The backup is not sound: {0}</source>
        <translation>El respaldo no está sano: {0}</translation>
    </message>
    <message>
        <source>The backup was not kept, because it is not sound: {0}</source>
        <translation>El respaldo no se guardó, porque no está sano: {0}</translation>
    </message>
    <message>
        <source>The beginning of the directory file is damaged, so nothing in it can be found.</source>
        <translation>El comienzo del archivo del directorio está dañado, así que nada se puede hallar en él.</translation>
    </message>
    <message>
        <source>The column “{0}” asks for what is never kept.</source>
        <translation>La columna «{0}» pide lo que nunca se guarda.</translation>
    </message>
    <message>
        <source>The database in this folder is not a Puertas directory.</source>
        <translation>La base de datos de esta carpeta no es un directorio de Puertas.</translation>
    </message>
    <message>
        <source>The directory could not be written anew: {0}</source>
        <translation>El directorio no se pudo escribir de nuevo: {0}</translation>
    </message>
    <message>
        <source>The directory file cannot be opened.</source>
        <translation>El archivo del directorio no se puede abrir.</translation>
    </message>
    <message>
        <source>The directory file is damaged.</source>
        <translation>El archivo del directorio está dañado.</translation>
    </message>
    <message>
        <source>The directory file is empty.</source>
        <translation>El archivo del directorio está vacío.</translation>
    </message>
    <message>
        <source>The directory file is gone.</source>
        <translation>El archivo del directorio ya no está.</translation>
    </message>
    <message>
        <source>The directory file was cut short: its end is missing.</source>
        <translation>El archivo del directorio quedó cortado: le falta el final.</translation>
    </message>
    <message>
        <source>The directory folder cannot be written.</source>
        <translation>En la carpeta del directorio no se puede escribir.</translation>
    </message>
    <message>
        <source>The directory is busy in another window.</source>
        <translation>El directorio está ocupado en otra ventana.</translation>
    </message>
    <message>
        <source>The directory is in the middle of a change.</source>
        <translation>El directorio está en medio de un cambio.</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>El disco no se pudo leer o escribir.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved.</source>
        <translation>El disco está lleno, así que no se guardó nada.</translation>
    </message>
    <message>
        <source>The event ends before it starts.</source>
        <translation>El evento termina antes de empezar.</translation>
    </message>
    <message>
        <source>The folder “{0}” for the file of refusals is not there.</source>
        <translation>La carpeta «{0}» del archivo de negativas no está.</translation>
    </message>
    <message>
        <source>The guide takes {0}, not {1}.</source>
        <translation>La guía ocupa {0}, no {1}.</translation>
    </message>
    <message>
        <source>The journal of this field directory is damaged or is not ours.</source>
        <translation>El registro de este directorio de campo está dañado o no es nuestro.</translation>
    </message>
    <message>
        <source>The key file (keys.json) of this directory cannot be read.</source>
        <translation>El archivo de llaves (keys.json) de este directorio no se puede leer.</translation>
    </message>
    <message>
        <source>The key file (keys.json) of this directory is damaged.</source>
        <translation>El archivo de llaves (keys.json) de este directorio está dañado.</translation>
    </message>
    <message>
        <source>The key file (keys.json) of this directory is missing.</source>
        <translation>Falta el archivo de llaves (keys.json) de este directorio.</translation>
    </message>
    <message>
        <source>The key file could not be written.</source>
        <translation>El archivo de llaves no se pudo escribir.</translation>
    </message>
    <message>
        <source>The key file is of another key.</source>
        <translation>El archivo de llaves es de otra llave.</translation>
    </message>
    <message>
        <source>The keyring may be locked, or have been emptied.</source>
        <translation>El llavero quizás está bloqueado, o fue vaciado.</translation>
    </message>
    <message>
        <source>The keyring may not be the only way in.</source>
        <translation>El llavero no puede ser la única entrada.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked.</source>
        <translation>El llavero de esta computadora está bloqueado.</translation>
    </message>
    <message>
        <source>The layout “{0}” is not made for “{1}” paper.</source>
        <translation>El formato «{0}» no está hecho para papel «{1}».</translation>
    </message>
    <message>
        <source>The list has no column “{0}”.</source>
        <translation>La lista no tiene ninguna columna «{0}».</translation>
    </message>
    <message>
        <source>The list has no line {0}.</source>
        <translation>La lista no tiene la línea {0}.</translation>
    </message>
    <message>
        <source>The new key could not be sealed.</source>
        <translation>La llave nueva no se pudo sellar.</translation>
    </message>
    <message>
        <source>The owner refused this use on {0}, and this yes is from {1}.</source>
        <translation>El dueño no permitió este uso el {0}, y este sí es del {1}.</translation>
    </message>
    <message>
        <source>The owner refused this use on {0}.</source>
        <translation>El dueño no permitió este uso el {0}.</translation>
    </message>
    <message>
        <source>The packet asks for nobody&apos;s word about “{0}”.</source>
        <translation>El paquete no pide la palabra de nadie sobre «{0}».</translation>
    </message>
    <message>
        <source>The packet needs its passphrase.</source>
        <translation>El paquete necesita su frase de paso.</translation>
    </message>
    <message>
        <source>The passphrase does not open this backup.</source>
        <translation>La frase de paso no abre este respaldo.</translation>
    </message>
    <message>
        <source>The passphrase is empty.</source>
        <translation>La frase de paso está vacía.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>La frase de paso no es correcta.</translation>
    </message>
    <message>
        <source>The passphrase of the packet is not right, or the file is damaged.</source>
        <translation>La frase de paso del paquete no es correcta, o el archivo está dañado.</translation>
    </message>
    <message>
        <source>The printer did not answer.</source>
        <translation>La impresora no respondió.</translation>
    </message>
    <message>
        <source>The recovery code is not right in group {0}.</source>
        <translation>El código de recuperación no es correcto en el grupo {0}.</translation>
    </message>
    <message>
        <source>The recovery code is too short or too long.</source>
        <translation>El código de recuperación es demasiado corto o largo.</translation>
    </message>
    <message>
        <source>The recovery code opened it this once.</source>
        <translation>El código de recuperación lo abrió por esta vez.</translation>
    </message>
    <message>
        <source>The run is told as begun and not finished. {0}</source>
        <translation>La impresión aparece como empezada y no terminada. {0}</translation>
    </message>
    <message>
        <source>The street data “{0}” is damaged.</source>
        <translation>Los datos de calles «{0}» están dañados.</translation>
    </message>
    <message>
        <source>The street data “{0}” was made by a newer Puertas.</source>
        <translation>Los datos de calles «{0}» los hizo un Puertas más nuevo.</translation>
    </message>
    <message>
        <source>The version of these words is no number from 1 on.</source>
        <translation>La versión de estas palabras no es un número desde 1.</translation>
    </message>
    <message>
        <source>The words in use are version {0} already.</source>
        <translation>Las palabras en uso ya son la versión {0}.</translation>
    </message>
    <message>
        <source>There are no streets and no addresses in this file.</source>
        <translation>En este archivo no hay calles ni direcciones.</translation>
    </message>
    <message>
        <source>There are {0}.</source>
        <translation>Hay {0}.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Hay: {0}.</translation>
    </message>
    <message>
        <source>There is already a file “{0}”.</source>
        <translation>Ya hay un archivo «{0}».</translation>
    </message>
    <message>
        <source>There is already something at “{0}”.</source>
        <translation>Ya hay algo en «{0}».</translation>
    </message>
    <message>
        <source>There is no business “{0}” in this directory.</source>
        <translation>No hay un negocio «{0}» en este directorio.</translation>
    </message>
    <message>
        <source>There is no choice about “{0}”.</source>
        <translation>No hay nada que elegir sobre «{0}».</translation>
    </message>
    <message>
        <source>There is no column “{0}”.</source>
        <translation>No hay una columna «{0}».</translation>
    </message>
    <message>
        <source>There is no directory at “{0}”.</source>
        <translation>No hay un directorio en «{0}».</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>No hay un archivo {0}.</translation>
    </message>
    <message>
        <source>There is no file “{0}”.</source>
        <translation>No hay un archivo «{0}».</translation>
    </message>
    <message>
        <source>There is no folder “{0}”.</source>
        <translation>No hay una carpeta «{0}».</translation>
    </message>
    <message>
        <source>There is no layout called “{0}”.</source>
        <translation>No hay un formato llamado «{0}».</translation>
    </message>
    <message>
        <source>There is no layout “{0}”.</source>
        <translation>No hay un formato «{0}».</translation>
    </message>
    <message>
        <source>There is no print run with the number {0}.</source>
        <translation>No hay una impresión con el número {0}.</translation>
    </message>
    <message>
        <source>There is no print run {0}.</source>
        <translation>No hay una impresión {0}.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for street data.</source>
        <translation>No queda espacio en el disco para datos de calles.</translation>
    </message>
    <message>
        <source>There is no sheet {0}.</source>
        <translation>No hay una hoja {0}.</translation>
    </message>
    <message>
        <source>There is no street data called “{0}”.</source>
        <translation>No hay datos de calles llamados «{0}».</translation>
    </message>
    <message>
        <source>There is no street data in “{0}”.</source>
        <translation>No hay datos de calles en «{0}».</translation>
    </message>
    <message>
        <source>There is no such event in this directory.</source>
        <translation>No hay tal evento en este directorio.</translation>
    </message>
    <message>
        <source>There is no time zone “{0}”.</source>
        <translation>No hay una zona horaria «{0}».</translation>
    </message>
    <message>
        <source>There is no {0} “{1}”.</source>
        <translation>No hay {0} «{1}».</translation>
    </message>
    <message>
        <source>There is: {0}.</source>
        <translation>Hay: {0}.</translation>
    </message>
    <message>
        <source>These files come from different sources.</source>
        <translation>Estos archivos vienen de fuentes distintas.</translation>
    </message>
    <message>
        <source>These hours are not understood.</source>
        <translation>Este horario no se entiende.</translation>
    </message>
    <message>
        <source>These may not be printed any more: {0}.</source>
        <translation>Estos ya no se pueden imprimir: {0}.</translation>
    </message>
    <message>
        <source>These two are the same business.</source>
        <translation>Estos dos son el mismo negocio.</translation>
    </message>
    <message>
        <source>These words are too long to be read aloud.</source>
        <translation>Estas palabras son demasiado largas para leerlas en voz alta.</translation>
    </message>
    <message>
        <source>These words do not say their language.</source>
        <translation>Estas palabras no dicen su idioma.</translation>
    </message>
    <message>
        <source>These words do not say their version and date.</source>
        <translation>Estas palabras no dicen su versión y fecha.</translation>
    </message>
    <message>
        <source>These words lack: {0}.</source>
        <translation>A estas palabras les falta: {0}.</translation>
    </message>
    <message>
        <source>They differ in: {0}.</source>
        <translation>Difieren en: {0}.</translation>
    </message>
    <message>
        <source>This backup is not encrypted, but the directory is.</source>
        <translation>Este respaldo no está cifrado, pero el directorio sí.</translation>
    </message>
    <message>
        <source>This backup is of another directory.</source>
        <translation>Este respaldo es de otro directorio.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring did not open the directory: it needs its passphrase.</source>
        <translation>El llavero de esta computadora no abrió el directorio: necesita su frase de paso.</translation>
    </message>
    <message>
        <source>This directory cannot be changed: its folder is read-only.</source>
        <translation>Este directorio no se puede cambiar: su carpeta es de solo lectura.</translation>
    </message>
    <message>
        <source>This directory has a key file, but its database is not encrypted.</source>
        <translation>Este directorio tiene un archivo de llaves, pero su base de datos no está cifrada.</translation>
    </message>
    <message>
        <source>This directory is already open for changes, in another window or by a command.</source>
        <translation>Este directorio ya está abierto para cambios, en otra ventana o por un comando.</translation>
    </message>
    <message>
        <source>This directory is encrypted already.</source>
        <translation>Este directorio ya está cifrado.</translation>
    </message>
    <message>
        <source>This directory is encrypted and needs its passphrase.</source>
        <translation>Este directorio está cifrado y necesita su frase de paso.</translation>
    </message>
    <message>
        <source>This directory is encrypted, but its key file (keys.json) is missing.</source>
        <translation>Este directorio está cifrado, pero le falta su archivo de llaves (keys.json).</translation>
    </message>
    <message>
        <source>This directory is not encrypted.</source>
        <translation>Este directorio no está cifrado.</translation>
    </message>
    <message>
        <source>This directory was encrypted, and the database in it now is not: somebody may have put another one in its place.</source>
        <translation>Este directorio estaba cifrado, y la base de datos que hay ahora no lo está: alguien pudo haber puesto otra en su lugar.</translation>
    </message>
    <message>
        <source>This directory was made by a newer version of Puertas.</source>
        <translation>Este directorio lo hizo una versión más nueva de Puertas.</translation>
    </message>
    <message>
        <source>This directory was made by an older version of Puertas.</source>
        <translation>Este directorio lo hizo una versión más vieja de Puertas.</translation>
    </message>
    <message>
        <source>This directory was opened only to look at.</source>
        <translation>Este directorio se abrió solo para mirar.</translation>
    </message>
    <message>
        <source>This directory was restored from a backup of {0}, and nobody has said yet who refused or withdrew since then, so nothing goes out.</source>
        <translation>Este directorio se restauró de un respaldo del {0}, y nadie ha dicho todavía quién se negó o se retiró desde entonces, así que nada sale.</translation>
    </message>
    <message>
        <source>This extract is too large.</source>
        <translation>Este extracto es demasiado grande.</translation>
    </message>
    <message>
        <source>This field directory ended on {0}. What it held is erased.</source>
        <translation>Este directorio de campo terminó el {0}. Lo que tenía se borró.</translation>
    </message>
    <message>
        <source>This file does not say its language and version.</source>
        <translation>Este archivo no dice su idioma y versión.</translation>
    </message>
    <message>
        <source>This file is no packet of Puertas.</source>
        <translation>Este archivo no es un paquete de Puertas.</translation>
    </message>
    <message>
        <source>This file unpacks to far more than street data would.</source>
        <translation>Este archivo se desempaca a mucho más de lo que serían datos de calles.</translation>
    </message>
    <message>
        <source>This installation of Puertas cannot encrypt.</source>
        <translation>Esta instalación de Puertas no puede cifrar.</translation>
    </message>
    <message>
        <source>This is a field directory: it is there to look at and to print from.</source>
        <translation>Este es un directorio de campo: sirve para consultar e imprimir.</translation>
    </message>
    <message>
        <source>This is no address that a service could write to.</source>
        <translation>A esta dirección no podría escribir ningún servicio.</translation>
    </message>
    <message>
        <source>This is no journal of a field directory.</source>
        <translation>Este no es el registro de un directorio de campo.</translation>
    </message>
    <message>
        <source>This is no whole telephone number.</source>
        <translation>Esto no es un número de teléfono completo.</translation>
    </message>
    <message>
        <source>This is not understood.</source>
        <translation>Esto no se entiende.</translation>
    </message>
    <message>
        <source>This is too much for one packet.</source>
        <translation>Es demasiado para un paquete.</translation>
    </message>
    <message>
        <source>This journal is too large to be one.</source>
        <translation>Este registro es demasiado grande para serlo.</translation>
    </message>
    <message>
        <source>This name for requests cannot be sent.</source>
        <translation>Este nombre no se puede mandar en una consulta.</translation>
    </message>
    <message>
        <source>This packet holds something that Puertas does not write, so nothing of it was taken.</source>
        <translation>Este paquete trae algo que Puertas no escribe, así que no se tomó nada de él.</translation>
    </message>
    <message>
        <source>This packet is damaged: part of it is missing or was changed.</source>
        <translation>Este paquete está dañado: le falta una parte o alguien la cambió.</translation>
    </message>
    <message>
        <source>This packet was made by a newer Puertas.</source>
        <translation>Este paquete se hizo con un Puertas más nuevo.</translation>
    </message>
    <message>
        <source>This passphrase is guessed too easily.</source>
        <translation>Esta frase de paso se adivina con demasiada facilidad.</translation>
    </message>
    <message>
        <source>This recovery code is of another directory, or has been replaced.</source>
        <translation>Este código de recuperación es de otro directorio, o fue reemplazado.</translation>
    </message>
    <message>
        <source>This step is not in the history any more.</source>
        <translation>Este paso ya no está en el historial.</translation>
    </message>
    <message>
        <source>This step is taken back already.</source>
        <translation>Este paso ya se deshizo.</translation>
    </message>
    <message>
        <source>This system has no keyring that Puertas can use.</source>
        <translation>Este sistema no tiene un llavero que Puertas pueda usar.</translation>
    </message>
    <message>
        <source>This workbook has no sheet with cells.</source>
        <translation>Este libro no tiene ninguna hoja con celdas.</translation>
    </message>
    <message>
        <source>This would tell the service what your list is.</source>
        <translation>Esto le diría al servicio de qué es su lista.</translation>
    </message>
    <message>
        <source>Try again after the next start.</source>
        <translation>Pruebe otra vez después de reiniciar.</translation>
    </message>
    <message>
        <source>Type a short name for it.</source>
        <translation>Escriba un nombre corto para ella.</translation>
    </message>
    <message>
        <source>Type it with its area code.</source>
        <translation>Escríbalo con su código de área.</translation>
    </message>
    <message>
        <source>Type the town alone.</source>
        <translation>Escriba solo el pueblo.</translation>
    </message>
    <message>
        <source>Type what is right now, or skip it.</source>
        <translation>Escriba lo que es correcto ahora, u omítalo.</translation>
    </message>
    <message>
        <source>Unlock it, or use the passphrase.</source>
        <translation>Desbloquéelo, o use la frase de paso.</translation>
    </message>
    <message>
        <source>Unpack it, and add a few.</source>
        <translation>Desempáquelo y agregue unos pocos.</translation>
    </message>
    <message>
        <source>Unpack it, and add what is in it.</source>
        <translation>Desempáquelo y agregue lo que contiene.</translation>
    </message>
    <message>
        <source>Use the newest code, or the passphrase.</source>
        <translation>Use el código más nuevo, o la frase de paso.</translation>
    </message>
    <message>
        <source>Use the passphrase; on Linux, GNOME Keyring or KWallet must run.</source>
        <translation>Use la frase de paso; en Linux deben estar en marcha GNOME Keyring o KWallet.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Espere un momento y pruebe otra vez.</translation>
    </message>
    <message>
        <source>What this field directory is bound to cannot be read.</source>
        <translation>No se puede leer a qué está sujeto este directorio de campo.</translation>
    </message>
    <message>
        <source>What was printed from it stands in its folder; bring that home.</source>
        <translation>Lo que se imprimió de él está en su carpeta; tráigala de vuelta.</translation>
    </message>
    <message>
        <source>What was salvaged is not sound: {0}</source>
        <translation>Lo que se salvó no está sano: {0}</translation>
    </message>
    <message>
        <source>Which one: {0}?</source>
        <translation>¿Cuál: {0}?</translation>
    </message>
    <message>
        <source>Who answers this has to say who they are.</source>
        <translation>Quien responde esto tiene que decir quién es.</translation>
    </message>
    <message>
        <source>Whoever made it can tell you.</source>
        <translation>Quien lo hizo se la puede decir.</translation>
    </message>
    <message>
        <source>Without https, everybody on the way could read the addresses.</source>
        <translation>Sin https, cualquiera en el camino podría leer las direcciones.</translation>
    </message>
    <message>
        <source>Write an e-mail address, like maps@example.org.</source>
        <translation>Escriba un correo, como maps@example.org.</translation>
    </message>
    <message>
        <source>Write cash, cards, SNAP or WIC.</source>
        <translation>Escriba cash, cards, SNAP o WIC.</translation>
    </message>
    <message>
        <source>Write https:// before {0}.</source>
        <translation>Escriba https:// antes de {0}.</translation>
    </message>
    <message>
        <source>Write it as 1 or 0.5.</source>
        <translation>Escríbalo como 1 o 0.5.</translation>
    </message>
    <message>
        <source>Write it as nominatim=http://127.0.0.1:8088.</source>
        <translation>Escríbalo como nominatim=http://127.0.0.1:8088.</translation>
    </message>
    <message>
        <source>Write it as number=HNO,street=PREDIR+STNAME.</source>
        <translation>Escríbalo como number=HNO,street=PREDIR+STNAME.</translation>
    </message>
    <message>
        <source>Write language: es, say.</source>
        <translation>Escriba, por ejemplo, language: es.</translation>
    </message>
    <message>
        <source>Write the code down instead.</source>
        <translation>Mejor anote el código.</translation>
    </message>
    <message>
        <source>Write them as “Tue–Sun 8 am–3 pm”.</source>
        <translation>Escríbalo como «Tue–Sun 8 am–3 pm».</translation>
    </message>
    <message>
        <source>Write version: 2 and date: 2026-12-01, say.</source>
        <translation>Escriba, por ejemplo, version: 2 y date: 2026-12-01.</translation>
    </message>
    <message>
        <source>Write version: 2.</source>
        <translation>Escriba version: 2.</translation>
    </message>
    <message>
        <source>Write “Spanish, English”.</source>
        <translation>Escriba «español, inglés».</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>puertas map-data list shows what there is.</source>
        <translation>puertas map-data list muestra lo que hay.</translation>
    </message>
    <message>
        <source>{0} businesses are too many for one packet.</source>
        <translation>{0} negocios son demasiados para un paquete.</translation>
    </message>
    <message>
        <source>{0} has a table that cannot be read.</source>
        <translation>{0} tiene una tabla que no se puede leer.</translation>
    </message>
    <message>
        <source>{0} has more than {1} columns.</source>
        <translation>{0} tiene más de {1} columnas.</translation>
    </message>
    <message>
        <source>{0} has more than {1} entries.</source>
        <translation>{0} tiene más de {1} entradas.</translation>
    </message>
    <message>
        <source>{0} has more than {1} rows.</source>
        <translation>{0} tiene más de {1} filas.</translation>
    </message>
    <message>
        <source>{0} has no address card in it.</source>
        <translation>{0} no contiene ninguna tarjeta.</translation>
    </message>
    <message>
        <source>{0} has no business in it.</source>
        <translation>{0} no contiene ningún negocio.</translation>
    </message>
    <message>
        <source>{0} is a binary workbook (.xlsb), which is not read.</source>
        <translation>{0} es un libro binario (.xlsb), que no se lee.</translation>
    </message>
    <message>
        <source>{0} is a zip file, but not a workbook.</source>
        <translation>{0} es un archivo zip, pero no un libro.</translation>
    </message>
    <message>
        <source>{0} is an OpenDocument sheet (.ods), which is not read.</source>
        <translation>{0} es una hoja de OpenDocument (.ods), que no se lee.</translation>
    </message>
    <message>
        <source>{0} is damaged and could not be opened.</source>
        <translation>{0} está dañado y no se pudo abrir.</translation>
    </message>
    <message>
        <source>{0} is damaged or locked.</source>
        <translation>{0} está dañado o bloqueado.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} está vacío.</translation>
    </message>
    <message>
        <source>{0} is in the old Excel format (.xls), which is not read.</source>
        <translation>{0} está en el formato viejo de Excel (.xls), que no se lee.</translation>
    </message>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} ocupa más de {1} MB.</translation>
    </message>
    <message>
        <source>{0} is locked with a password.</source>
        <translation>{0} está protegido con una contraseña.</translation>
    </message>
    <message>
        <source>{0} is not GeoJSON that can be read.</source>
        <translation>{0} no es GeoJSON que se pueda leer.</translation>
    </message>
    <message>
        <source>{0} is not KML that can be read.</source>
        <translation>{0} no es KML que se pueda leer.</translation>
    </message>
    <message>
        <source>{0} is not a list of rows.</source>
        <translation>{0} no es una lista de filas.</translation>
    </message>
    <message>
        <source>{0} is not a workbook, or it is damaged.</source>
        <translation>{0} no es un libro, o está dañado.</translation>
    </message>
    <message>
        <source>{0} is still to come.</source>
        <translation>El {0} todavía no llega.</translation>
    </message>
    <message>
        <source>{0} miles make no sense.</source>
        <translation>{0} millas no tienen sentido.</translation>
    </message>
    <message>
        <source>{0} texts may name it.</source>
        <translation>{0} textos podrían nombrarlo.</translation>
    </message>
    <message>
        <source>{0} unpacks to far more than a list of businesses and was not opened.</source>
        <translation>{0} se desempaca a mucho más que una lista de negocios y no se abrió.</translation>
    </message>
    <message>
        <source>{0} wants to know whom to write to, and nobody is named.</source>
        <translation>{0} quiere saber a quién puede escribir, y no hay nadie anotado.</translation>
    </message>
    <message>
        <source>{0} “{1}”.</source>
        <translation>{0} «{1}».</translation>
    </message>
    <message>
        <source>{0}{1}: this may be a business that asked to be forgotten.</source>
        <translation>{0}{1}: este puede ser un negocio que pidió que se le olvidara.</translation>
    </message>
    <message>
        <source>“{0}” ({1}) holds something that no packet takes.</source>
        <translation>“{0}” ({1}) tiene algo que no cabe en ningún paquete.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read.</source>
        <translation>«{0}» no se puede leer.</translation>
    </message>
    <message>
        <source>“{0}” cannot be searched for.</source>
        <translation>«{0}» no se puede buscar.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written.</source>
        <translation>«{0}» no se puede escribir.</translation>
    </message>
    <message>
        <source>“{0}” could be more than one place.</source>
        <translation>«{0}» podría ser más de un lugar.</translation>
    </message>
    <message>
        <source>“{0}” could not be read.</source>
        <translation>No se pudo leer «{0}».</translation>
    </message>
    <message>
        <source>“{0}” could not be read: {1}.</source>
        <translation>No se pudo leer “{0}”: {1}.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: its folder is not there.</source>
        <translation>«{0}» no se pudo escribir: su carpeta no está.</translation>
    </message>
    <message>
        <source>“{0}” could not be written: {1}.</source>
        <translation>«{0}» no se pudo escribir: {1}.</translation>
    </message>
    <message>
        <source>“{0}” does not have one address a line.</source>
        <translation>«{0}» no tiene una dirección por línea.</translation>
    </message>
    <message>
        <source>“{0}” does not say which column is what.</source>
        <translation>«{0}» no dice qué columna es qué.</translation>
    </message>
    <message>
        <source>“{0}” has coordinates that are no longitude and latitude.</source>
        <translation>«{0}» tiene coordenadas que no son longitud y latitud.</translation>
    </message>
    <message>
        <source>“{0}” has no journal of print runs.</source>
        <translation>«{0}» no tiene registro de tirajes.</translation>
    </message>
    <message>
        <source>“{0}” holds neither address points nor a known layer of TIGER/Line.</source>
        <translation>«{0}» no tiene puntos de dirección ni una capa conocida de TIGER/Line.</translation>
    </message>
    <message>
        <source>“{0}” holds too many files.</source>
        <translation>«{0}» contiene demasiados archivos.</translation>
    </message>
    <message>
        <source>“{0}” in “{1}” is no street data.</source>
        <translation>«{0}» en «{1}» no son datos de calles.</translation>
    </message>
    <message>
        <source>“{0}” is OpenStreetMap data in another format.</source>
        <translation>«{0}» son datos de OpenStreetMap en otro formato.</translation>
    </message>
    <message>
        <source>“{0}” is a file, not a Puertas directory.</source>
        <translation>«{0}» es un archivo, no un directorio de Puertas.</translation>
    </message>
    <message>
        <source>“{0}” is a folder without a directory in it.</source>
        <translation>«{0}» es una carpeta sin un directorio dentro.</translation>
    </message>
    <message>
        <source>“{0}” is a folder.</source>
        <translation>«{0}» es una carpeta.</translation>
    </message>
    <message>
        <source>“{0}” is a home: only its town is kept.</source>
        <translation>«{0}» es una casa: solo se guarda su pueblo.</translation>
    </message>
    <message>
        <source>“{0}” is already there, from {1}.</source>
        <translation>«{0}» ya está ahí, de {1}.</translation>
    </message>
    <message>
        <source>“{0}” is cut short or damaged, or is no OpenStreetMap extract.</source>
        <translation>«{0}» está cortado o dañado, o no es un extracto de OpenStreetMap.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or cut short.</source>
        <translation>«{0}» está dañado o cortado.</translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation>«{0}» está vacío.</translation>
    </message>
    <message>
        <source>“{0}” is in another coordinate system ({1}).</source>
        <translation>«{0}» está en otro sistema de coordenadas ({1}).</translation>
    </message>
    <message>
        <source>“{0}” is in use and cannot be removed.</source>
        <translation>«{0}» está en uso y no se puede quitar.</translation>
    </message>
    <message>
        <source>“{0}” is locked with a password.</source>
        <translation>«{0}» está protegido con una contraseña.</translation>
    </message>
    <message>
        <source>“{0}” is made from what may be handed out.</source>
        <translation>«{0}» se hace con lo que se puede repartir.</translation>
    </message>
    <message>
        <source>“{0}” is neither .csv nor .pdf.</source>
        <translation>«{0}» no es ni .csv ni .pdf.</translation>
    </message>
    <message>
        <source>“{0}” is no address of a service.</source>
        <translation>«{0}» no es la dirección de un servicio.</translation>
    </message>
    <message>
        <source>“{0}” is no column of addresses.</source>
        <translation>«{0}» no es una columna de direcciones.</translation>
    </message>
    <message>
        <source>“{0}” is no name for a directory.</source>
        <translation>«{0}» no es nombre para un directorio.</translation>
    </message>
    <message>
        <source>“{0}” is no name for a region.</source>
        <translation>«{0}» no es un nombre para una región.</translation>
    </message>
    <message>
        <source>“{0}” is no name of a map.</source>
        <translation>«{0}» no es un nombre de mapa.</translation>
    </message>
    <message>
        <source>“{0}” is no number of requests a second.</source>
        <translation>«{0}» no es un número de preguntas por segundo.</translation>
    </message>
    <message>
        <source>“{0}” is no plain text.</source>
        <translation>«{0}» no es texto simple.</translation>
    </message>
    <message>
        <source>“{0}” is no service.</source>
        <translation>«{0}» no es un servicio.</translation>
    </message>
    <message>
        <source>“{0}” is no street data.</source>
        <translation>«{0}» no son datos de calles.</translation>
    </message>
    <message>
        <source>“{0}” is no table of addresses.</source>
        <translation>«{0}» no es una tabla de direcciones.</translation>
    </message>
    <message>
        <source>“{0}” is no text.</source>
        <translation>«{0}» no es texto.</translation>
    </message>
    <message>
        <source>“{0}” is none of these two.</source>
        <translation>«{0}» no es ninguno de los dos.</translation>
    </message>
    <message>
        <source>“{0}” is not a Puertas directory.</source>
        <translation>«{0}» no es un directorio de Puertas.</translation>
    </message>
    <message>
        <source>“{0}” is not a sound backup of a directory.</source>
        <translation>«{0}» no es un respaldo sano de un directorio.</translation>
    </message>
    <message>
        <source>“{0}” is not one of the people of this directory.</source>
        <translation>«{0}» no es una de las personas de este directorio.</translation>
    </message>
    <message>
        <source>“{0}” is private and would lie on a network share, on somebody else’s disk.</source>
        <translation>«{0}» es privado y quedaría en una carpeta de red, en el disco de otra persona.</translation>
    </message>
    <message>
        <source>“{0}” is private, and {1} copies that folder to other machines.</source>
        <translation>«{0}» es privado, y {1} copia esa carpeta a otras máquinas.</translation>
    </message>
    <message>
        <source>“{0}” is private, for staff: it is no guide.</source>
        <translation>«{0}» es privado, para el personal: no es una guía.</translation>
    </message>
    <message>
        <source>“{0}” is too large for a packet.</source>
        <translation>“{0}” es demasiado grande para un paquete.</translation>
    </message>
    <message>
        <source>“{0}” is {1}, so the list would leave this laptop by itself.</source>
        <translation>«{0}» es {1}, así que la lista saldría sola de esta computadora.</translation>
    </message>
    <message>
        <source>“{0}” lacks its .dbf file.</source>
        <translation>A «{0}» le falta su archivo .dbf.</translation>
    </message>
    <message>
        <source>“{0}” was last changed by you.</source>
        <translation>«{0}» lo cambió usted por última vez.</translation>
    </message>
    <message>
        <source>“{0}” was not found.</source>
        <translation>«{0}» no se encontró.</translation>
    </message>
    <message>
        <source>“{0}” would lie inside a directory, or over a backup of one.</source>
        <translation>«{0}» quedaría dentro de un directorio, o encima de un respaldo de uno.</translation>
    </message>
    <message>
        <source>This seems to say an ID number. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir un número de identificación. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say immigration status. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir estatus migratorio. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say somebody&apos;s family. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir la familia de alguien. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say somebody&apos;s religion. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir la religión de alguien. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say where somebody comes from. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir de dónde viene alguien. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say where somebody lives. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir dónde vive alguien. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>This seems to say who works there. We never keep that: it could hurt somebody.</source>
        <translation>Esto parece decir quién trabaja ahí. No lo guardamos: podría dañar a alguien.</translation>
    </message>
    <message>
        <source>“{0}” names nobody.</source>
        <translation>«{0}» no nombra a nadie.</translation>
    </message>
    <message>
        <source>Choose a person, or set PUERTAS_PERSON.</source>
        <translation>Elija una persona, o ponga PUERTAS_PERSON.</translation>
    </message>
    <message>
        <source>Mend it first, or print over it by your name (--pass-stops).</source>
        <translation>Arréglelo primero, o imprima de todos modos bajo su nombre (--pass-stops).</translation>
    </message>
    <message>
        <source>Mend it first.</source>
        <translation>Arréglelo primero.</translation>
    </message>
    <message>
        <source>Nobody said who prints over what should be mended first.</source>
        <translation>Nadie dijo quién imprime a pesar de lo que hay que arreglar primero.</translation>
    </message>
    <message>
        <source>This stops the guide: {0}</source>
        <translation>Esto detiene la guía: {0}</translation>
    </message>
    <message>
        <source>A no of {0} is older, so it would change nothing. Give the day of the newest talk.</source>
        <translation>Un no del {0} es anterior, así que no cambiaría nada. Dé el día de la última conversación.</translation>
    </message>
    <message>
        <source>On {0} somebody asked again, and the owner said yes.</source>
        <translation>El {0} alguien preguntó otra vez, y el dueño o la dueña dijo que sí.</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sells</source>
        <translation>Vende</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Print guides</source>
        <translation>Guías impresas</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>Por llamar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestó</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Closed for good</source>
        <translation>Cerró para siempre</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Open now, until %1</source>
        <translation>Abierto ahora, cierra: %1</translation>
    </message>
    <message>
        <source>Closed until %1</source>
        <translation>Cerrado, abre: %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>mañana, %1</translation>
    </message>
</context>
<context>
    <name>VerifyPage</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Nobody is waiting in this batch</source>
        <translation>Nadie espera en este grupo</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>Hours of the week</source>
        <translation>Horario de la semana</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
</context>
<context>
    <name>WeekRows</name>
    <message>
        <source>Not understood. Try “8–3”</source>
        <translation>No se entiende. Pruebe “8–3”</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Puertas</source>
        <translation>Bienvenidos a Puertas</translation>
    </message>
    <message>
        <source>Keep a list of our neighbors’ restaurants and stores, with their permission, and print guides from it.</source>
        <translation>Guarde una lista de los restaurantes y tiendas de nuestros vecinos, con su permiso, e imprima guías con ella.</translation>
    </message>
    <message>
        <source>Start my directory</source>
        <translation>Empezar mi directorio</translation>
    </message>
    <message>
        <source>A new, encrypted list. You choose its passphrase next.</source>
        <translation>Una lista nueva y cifrada. Enseguida elige su frase de paso.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Open a directory</source>
        <translation>Abrir un directorio</translation>
    </message>
    <message>
        <source>Ctrl O</source>
        <translation>Ctrl O</translation>
    </message>
    <message>
        <source>Look around with a sample</source>
        <translation>Ver una muestra</translation>
    </message>
    <message>
        <source>18 invented businesses to try everything on. Nothing in it is real.</source>
        <translation>18 negocios inventados para probar todo. Nada es real.</translation>
    </message>
    <message>
        <source>Everything stays on this laptop. Puertas goes online only if you switch it on.</source>
        <translation>Todo queda en esta computadora. Puertas se conecta solo si usted lo activa.</translation>
    </message>
    <message>
        <source>From this laptop or a USB stick.</source>
        <translation>De esta laptop o de una memoria USB.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar un respaldo</translation>
    </message>
    <message>
        <source>If the laptop or its directory is gone.</source>
        <translation>Si la laptop o su directorio ya no están.</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>checked today</source>
        <translation>revisado hoy</translation>
    </message>
    <message>
        <source>When: checked today</source>
        <translation>Cuándo: revisado hoy</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the hours</source>
        <translation>Editar el horario</translation>
    </message>
    <message>
        <source>Not understood: “%1”</source>
        <translation>No se entiende: “%1”</translation>
    </message>
    <message>
        <source>Hours are not known</source>
        <translation>No se conoce el horario</translation>
    </message>
    <message>
        <source>%1 (am or pm is assumed)</source>
        <translation>%1 (am o pm se supone)</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>checked today</source>
        <translation>revisado hoy</translation>
    </message>
    <message>
        <source>Where: checked today</source>
        <translation>Dónde: revisado hoy</translation>
    </message>
    <message>
        <source>for this address</source>
        <translation>para esta dirección</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>aún sin dirección</translation>
    </message>
    <message>
        <source>set by a person</source>
        <translation>puesto por una persona</translation>
    </message>
    <message>
        <source>the middle of it</source>
        <translation>el centro</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>checked today</source>
        <translation>revisado hoy</translation>
    </message>
    <message>
        <source>Who: checked today</source>
        <translation>Quién: revisado hoy</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Choose one from the list</source>
        <translation>Elija una de la lista</translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message>
        <source>Forget a business for good</source>
        <translation>Olvidar un negocio para siempre</translation>
    </message>
    <message>
        <source>Forget it for good</source>
        <translation>Olvidarlo para siempre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa</translation>
    </message>
    <message>
        <source>First: the paper that names it</source>
        <translation>Primero: el papel que lo nombra</translation>
    </message>
    <message>
        <source>Print runs keep its place, without a name.</source>
        <translation>Los tirajes guardan su lugar, sin nombre.</translation>
    </message>
    <message>
        <source>Backups in this directory from before are deleted within 30 days.</source>
        <translation>Los respaldos de antes en este directorio se borran en 30 días.</translation>
    </message>
    <message>
        <source>Nothing brings it back: no undo, no backup.</source>
        <translation>Nada lo trae de vuelta: ni deshacer, ni un respaldo.</translation>
    </message>
    <message>
        <source>Forget %1 for good</source>
        <translation>Olvidar %1 para siempre</translation>
    </message>
    <message>
        <source>Type its code, %1</source>
        <translation>Escriba su código, %1</translation>
    </message>
    <message>
        <source>Save or print the list first</source>
        <translation>Primero guarde o imprima la lista</translation>
    </message>
    <message>
        <source>It is forgotten</source>
        <translation>Está olvidado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>What only you can do</source>
        <translation>Lo que solo usted puede hacer</translation>
    </message>
    <message>
        <source>One backup from before goes by {day}, by itself.</source>
        <translation>Un respaldo de antes se borra solo antes del {day}.</translation>
    </message>
    <message>
        <source>{n} backups from before go by {day}, by themselves.</source>
        <translation>{n} respaldos de antes se borran solos antes del {day}.</translation>
    </message>
    <message>
        <source>Delete the lists that it came from: in Downloads, in e-mail, on sticks, and in the bin of this computer.</source>
        <translation>Borre las listas de donde vino: en Descargas, en el correo, en memorias y en la papelera de esta computadora.</translation>
    </message>
    <message>
        <source>Delete the PDFs of those print runs that were saved or sent.</source>
        <translation>Borre los PDF de esos tirajes que se guardaron o enviaron.</translation>
    </message>
    <message>
        <source>Delete backups that you keep in other places.</source>
        <translation>Borre los respaldos que tenga en otros lugares.</translation>
    </message>
    <message>
        <source>Call the paper back, and then destroy the recall list.</source>
        <translation>Recoja el papel y después destruya la lista.</translation>
    </message>
    <message>
        <source>Then: what others say of it</source>
        <translation>Después: lo que otros dicen de él</translation>
    </message>
    <message>
        <source>Last: say that it is meant</source>
        <translation>Por último: confirme que es en serio</translation>
    </message>
    <message>
        <source>It goes from the list, the history, the search, what was typed and the texts of others, with all answers and contacts.</source>
        <translation>Sale de la lista, del historial, de la búsqueda, de lo escrito y de los textos de otros, con todas las respuestas y los contactos.</translation>
    </message>
    <message>
        <source>Looking for what names it</source>
        <translation>Buscando lo que lo nombra</translation>
    </message>
    <message>
        <source>Say first what is to happen with the texts above</source>
        <translation>Diga primero qué se hace con los textos de arriba</translation>
    </message>
    <message>
        <source>Look whether these are the same business, entered twice: %1</source>
        <translation>Revise si estos son el mismo negocio, anotado dos veces: %1</translation>
    </message>
    <message>
        <source>Read the texts of these again, where words were taken out: %1</source>
        <translation>Vuelva a leer los textos de estos, donde se quitaron palabras: %1</translation>
    </message>
    <message>
        <source>A mark that many names share stays, so that no list brings it back by itself. Nobody can list from it who left; but somebody who opens the directory can test a business that they suspect, or each of a list that they have.</source>
        <translation>Queda una marca que comparten muchos nombres, para que ninguna lista lo traiga de vuelta por sí sola. Con ella nadie puede hacer una lista de quién se fue; pero quien abre el directorio puede probar un negocio del que sospecha, o cada uno de una lista que tenga.</translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>Its passphrase</source>
        <translation>Su frase de paso</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Tell these words by telephone, one by one. They open this alone, and are kept nowhere: write them down until it is open.</source>
        <translation>Diga estas palabras por teléfono, una por una. Solo abren esto y no se guardan en ningún lado: anótelas hasta que esté abierto.</translation>
    </message>
    <message>
        <source>The passphrase: %1</source>
        <translation>La frase de paso: %1</translation>
    </message>
</context>
<context>
    <name>WordsPane</name>
    <message>
        <source>The words to read aloud</source>
        <translation>Las palabras para leer en voz alta</translation>
    </message>
    <message>
        <source>Read aloud · %1</source>
        <translation>Leer en voz alta · %1</translation>
    </message>
    <message>
        <source>wording %1, %2</source>
        <translation>texto %1, %2</translation>
    </message>
    <message>
        <source>for you</source>
        <translation>para usted</translation>
    </message>
    <message>
        <source>We have no words in %1: say these in it, or ask somebody who speaks it</source>
        <translation>No tenemos el texto en %1: dígalo en ese idioma o pida ayuda a quien lo hable</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>_Secret</name>
    <message>
        <source>The present passphrase, or the recovery code</source>
        <translation>La frase de ahora o el código de recuperación</translation>
    </message>
    <message>
        <source>It is needed to go on</source>
        <translation>Hace falta para seguir</translation>
    </message>
</context>
<context>
    <name>_Sentence</name>
    <message>
        <source>{first} and {n} more</source>
        <comment>one</comment>
        <translation>{first} y {n} más</translation>
    </message>
    <message>
        <source>{first} and {n} more</source>
        <translation>{first} y {n} más</translation>
    </message>
</context>
</TS>
