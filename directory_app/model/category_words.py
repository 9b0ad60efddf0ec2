"""The words, English and Spanish, folded, by which people name categories and cuisines."""

#: Words that say a category by themselves, besides its key and its labels.
SYNONYMS: dict[str, str] = {
    "restaurant": """
        restaurants, restaurante, taqueria, pupuseria, cafeteria, diner, eatery, fonda, cocina,
        kitchen, marisqueria, pollo asado, polleria, pizzeria, pizza, taco, tacos, torta,
        tortas, pupusas, burrito, burritos, tamales, pho, ramen, sushi, dumplings, dim sum,
        noodles, bbq, barbecue, barbacoa, birria, menudo, pozole, antojitos, comida corrida,
        comida casera, lonches, loncheria, cenaduria, comedor, sandwiches, wings, kebab,
        shawarma, gyros, arepas, empanadas, ceviche, hamburguesas, burgers, hot dogs,
        steakhouse, asadero, rosticeria, curry, banh mi, momo, momos, buffet, home cooking,
        comidas
    """,
    "cafe": """
        coffee, coffee shop, coffee house, coffeehouse, cafe, tea house, teahouse, tea, boba,
        bubble tea, espresso, cafes, snack bar
    """,
    "food_truck": """
        food truck, taco truck, taco trailer, food trailer, food cart, lonchera, troca de tacos,
        camion de comida, troca de comida, carrito de comida, mobile kitchen, food stand, puesto
        de comida, puesto de tacos, taco stand, elotero, elotes, food van
    """,
    "bar": """
        bar, pub, cantina, brewery, cerveceria, tavern, taberna, bar and grill, night club,
        nightclub, wine bar
    """,
    "ice_cream": """
        ice cream, nieve, nieves, paleta, paletas, paleteria, neveria, heladeria, helado,
        helados, raspados, juice, juices, jugo, jugos, jugueria, juice bar, aguas frescas,
        licuados, smoothies, smoothie, fruteria, frozen yogurt, popsicles
    """,
    "caterer": """
        caterer, caterers, catering, banquete, banquetes, comida para eventos, taquizas, comida
        para fiestas
    """,
    "bakery": """
        bakery, bakeries, panaderia, pan dulce, bread, pan, cakes, cake, pastel, pasteles,
        pasteleria, pastries, pastry, reposteria, tortilleria, tortillas, tortilla factory,
        donuts, doughnuts, donas, flatbread
    """,
    "grocery": """
        grocery, groceries, grocery store, supermarket, supermercado, abarrote, abarrotes,
        market, mercado, minimarket, mini market, mini super, tienda de abarrotes, bodega,
        abasto, abastos, convenience store, corner store, deli, halal market, mercadito,
        produce, fruits, vegetables, frutas y verduras, fruta, verduras, spices, especias,
        tienda mexicana, mexican store, tienda latina, latino store, asian market, food store,
        miscelanea, international foods, tienda de comida, colmado, chiles, chiles secos
    """,
    "butcher": """
        butcher, butchers, butcher shop, carniceria, carne, carnes, meat, meats, meat market,
        halal meat, carne halal, fish market, pescaderia, fishmonger
    """,
    "market_stall": """
        market stall, stall, flea market, farmers market, pulga, puesto, tianguis, vendor,
        street vendor, vendedor, vendedora, vendedor ambulante, swap meet, farm stand
    """,
    "clothing": """
        clothing, clothes, ropa, boutique, tienda de ropa, western wear, ropa vaquera, uniforms,
        uniformes, quinceanera dresses, vestidos, dresses, bridal, novias, sarees, fabrics,
        telas, ropa usada, thrift store, apparel, hats, sombreros, jackets
    """,
    "shoes": """
        shoes, shoe store, zapatos, zapateria, calzado, boots, botas, sneakers, tenis, footwear
    """,
    "jewelry": """
        jewelry, jewellery, jeweler, jewelers, joyeria, joyas, joyero, goldsmith, orfebre,
        plateria, silversmith, gold, oro
    """,
    "furniture": """
        furniture, muebles, muebleria, muebles usados, mattresses, colchones, appliances,
        electrodomesticos, linea blanca, carpets, rugs, alfombras, home goods
    """,
    "electronics": """
        electronics, electronica, computers, computer, computadoras, computer repair, tv,
        televisions, audio, electronicos
    """,
    "phone_shop": """
        phones, cell phone, cell phones, cellphones, mobile phones, celulares, celular, phone
        repair, cell phone repair, reparacion de celulares, wireless, telefonos, phone cards,
        tarjetas telefonicas
    """,
    "florist": """
        florist, flowers, flower shop, floreria, flores, arreglos florales, plants, plantas,
        nursery plants, vivero
    """,
    "pharmacy": """
        pharmacy, drugstore, farmacia, botica, herbs, hierbas, herbal, yerberia, botanica,
        natural remedies, remedios, naturista, vitamins, vitaminas, herbalist
    """,
    "gifts": """
        gift, gifts, gift shop, regalos, artesanias, artesania, crafts, handicrafts, souvenirs,
        imports, importaciones, pinatas, pinata, party supplies, articulos para fiestas,
        dulceria, candy, dulces, candies, toys, juguetes, novelties, novedades, pottery, art,
        arte, religious articles, books, libros, bookstore, libreria, music store, discos,
        balloons, globos, sweets
    """,
    "beauty_supply": """
        beauty supply, cosmetics, cosmeticos, maquillaje, makeup, perfumes, perfumeria, perfume,
        productos de belleza, wigs, pelucas, hair products
    """,
    "hair_salon": """
        hair salon, hair, beauty salon, salon de belleza, salon, estetica, hairdresser,
        peluqueria, hair braiding, braids, trenzas, braiding, cortes de pelo, haircuts, haircut,
        estilista, stylist, beauty, belleza
    """,
    "barber": """
        barber, barbers, barbershop, barber shop, barberia, barbero, peluquero
    """,
    "nail_salon": """
        nail salon, nails, nail, unas, manicure, pedicure, manicura, pedicura, spa, massage,
        masaje, masajes, facials, eyebrows, cejas, threading, lashes, pestanas, waxing, tattoo,
        tatuajes, henna, mehndi
    """,
    "laundry": """
        laundry, laundromat, laundrette, lavanderia, dry cleaner, dry cleaners, dry cleaning,
        tintoreria, wash and fold, lavado de ropa, coin laundry
    """,
    "tailor": """
        tailor, tailors, alterations, seamstress, costura, costurera, modista, sastre,
        sastreria, arreglos de ropa, clothing alterations, sewing, embroidery, bordados,
        bordado, upholstery, tapiceria, dressmaker
    """,
    "watch_repair": """
        watch repair, watches, watch, relojeria, relojero, relojes, clock repair, shoe repair,
        cobbler, zapatero, reparacion de zapatos, reparacion de calzado, reparacion de relojes,
        jewelry repair, key cutting, keys, cerrajero, locksmith, cerrajeria, leather repair
    """,
    "auto_repair": """
        auto repair, car repair, auto electric repair, auto electric, auto electrico, electrico
        automotriz, mechanic, mecanico, mecanica, taller mecanico, taller, auto shop, body shop,
        hojalateria, hojalateria y pintura, mufflers, mofles, brakes, frenos, oil change, cambio
        de aceite, transmissions, transmisiones, auto glass, auto body, auto parts,
        refaccionaria, refacciones, autopartes, smog, garage, car audio, auto detailing, car
        wash, autolavado, lavado de autos, towing, gruas, grua, motorcycle repair, auto detail
    """,
    "tire_shop": """
        tire, tires, tyres, tire shop, llantas, llanta, llantera, vulcanizadora, ponchados,
        wheels, rines
    """,
    "construction": """
        construction, construccion, contractor, contratista, plumber, plumbing, plomero,
        plomeria, electrician, electricista, painter, painting, pintor, pintura, roofing,
        techos, roofer, landscaping, jardineria, jardinero, gardening, handyman, carpenter,
        carpinteria, carpintero, drywall, concrete, concreto, stucco, remodeling, remodelacion,
        hvac, welding, soldadura, soldador, flooring, pisos, tile, fencing, adobe, masonry,
        albanil, appliance repair, tree service
    """,
    "cleaning": """
        cleaning, limpieza, house cleaning, limpieza de casas, janitorial, housekeeping,
        cleaners, limpieza de oficinas, maid service, carpet cleaning
    """,
    "money_transfer": """
        money transfer, money transfers, money order, money orders, envios, envio de dinero,
        envios de dinero, remittances, remesas, giros, check cashing, cambio de cheques,
        currency exchange, casa de cambio, shipping, paqueteria, envio de paquetes, bill pay,
        pago de biles
    """,
    "insurance_tax": """
        insurance, seguros, aseguranza, aseguranzas, tax, taxes, impuestos, income tax, tax
        service, notary, notario, accounting, contador, contabilidad, bookkeeping, tramites,
        translation, traducciones, translations, interpreter, real estate, bienes raices,
        realtor, printing, imprenta, signs, travel agency, agencia de viajes, multiservicios,
        multiservices, placas
    """,
    "photo_events": """
        photography, photographer, fotografia, fotografo, fotos, photo studio, dj, event hall,
        salon de fiestas, salon de eventos, party rentals, renta de mesas, brincolines, bounce
        houses, event planning, eventos, wedding, bodas, decoraciones, decorations, mariachi,
        band, musica en vivo, quinceaneras, video
    """,
    "care": """
        childcare, child care, daycare, day care, guarderia, cuidado de ninos, home care, elder
        care, dance classes, clases de baile, music lessons, clases, driving school, escuela de
        manejo, gym, gimnasio, martial arts, zumba, tutoring, dentist, dentista, clinic,
        clinica, acupuncture, acupuntura, chiropractor, quiropractico, doula, partera, pet
        grooming, veterinarian, veterinaria, english classes
    """,
    "other": """
        other, otro
    """,
}
#: Weaker words: they count only where no synonym of any category stands.
HINTS: dict[str, str] = {
    "restaurant": """
        food, comida, seafood, mariscos, lunch, breakfast, desayunos, almuerzos, dinner, cenas,
        platillos, meals, soup, sopas, catering and food
    """,
    "food_truck": """
        truck, troca, trailer
    """,
    "grocery": """
        provisions, viveres, mandado, tienda de alimentos
    """,
    "auto_repair": """
        auto, autos, car, cars, carros, automotive, automotriz, vehicles
    """,
}
#: OSM cuisine values (wiki.openstreetmap.org/wiki/Key:cuisine) and the words for them.
CUISINES: dict[str, str] = {
    "afghan": "afghan, afgano, afgana, kabuli",
    "american": "american, americana, estadounidense",
    "arab": "arab, arabe, arabic food, middle eastern, medio oriente",
    "argentinian": "argentinian, argentine, argentina, argentino",
    "asian": "asian, asiatica, asiatico",
    "barbecue": "bbq, barbecue",
    "brazilian": "brazilian, brasilena, brasileno",
    "burmese": "burmese, birmana",
    "cambodian": "cambodian, khmer, camboyana",
    "caribbean": "caribbean, caribena, caribeno",
    "chinese": "chinese, china, chino, dim sum, sichuan, cantonese food",
    "colombian": "colombian, colombiana, colombiano",
    "congolese": "congolese, congolena",
    "cuban": "cuban, cubana, cubano",
    "dominican": "dominican, dominicana",
    "ecuadorian": "ecuadorian, ecuatoriana",
    "eritrean": "eritrean, eritrea",
    "ethiopian": "ethiopian, etiope, etiopes, habesha",
    "filipino": "filipino, filipina, philippine",
    "french": "french, francesa",
    "georgian": "georgian, georgiana",
    "german": "german, alemana",
    "greek": "greek, griega, griego, gyros",
    "guatemalan": "guatemalan, guatemalteca, guatemalteco, chapina",
    "haitian": "haitian, haitiana",
    "honduran": "honduran, hondurena, hondureno, baleadas",
    "indian": "indian, hindu, comida india, curry",
    "indonesian": "indonesian, indonesia",
    "iraqi": "iraqi, iraqui",
    "italian": "italian, italiana, italiano",
    "jamaican": "jamaican, jamaiquina",
    "japanese": "japanese, japonesa, japones",
    "kenyan": "kenyan, keniana",
    "korean": "korean, coreana, coreano",
    "laotian": "lao, laotian, laosiana",
    "latin_american": "latin american, latina, latino, latinoamericana",
    "lebanese": "lebanese, libanesa, libanes",
    "malaysian": "malaysian, malaya",
    "mediterranean": "mediterranean, mediterranea",
    "mexican": "mexican, mexicana, mexicano, taqueria, taco, tacos, tortas, antojitos, birria, "
    "michoacana, burritos, pozole, menudo",
    "moroccan": "moroccan, marroqui",
    "nepali": "nepali, nepalese, nepalesa, nepal, momo, momos",
    "nicaraguan": "nicaraguan, nicaraguense",
    "nigerian": "nigerian, nigeriana",
    "oaxacan": "oaxacan, oaxaquena, oaxaqueno, oaxaca",
    "pakistani": "pakistani, paquistani",
    "palestinian": "palestinian, palestina",
    "persian": "persian, iranian, persa, irani",
    "peruvian": "peruvian, peruana, peruano",
    "pizza": "pizza, pizzeria",
    "polish": "polish, polaca",
    "puerto_rican": "puerto rican, puertorriquena, boricua",
    "ramen": "ramen",
    "russian": "russian, rusa",
    "salvadoran": "salvadoran, salvadorean, salvadorena, salvadoreno, pupusas, pupuseria",
    "seafood": "seafood, mariscos, marisqueria, ceviche",
    "senegalese": "senegalese, senegalesa",
    "somali": "somali",
    "spanish": "spanish food, espanola, tapas",
    "sudanese": "sudanese, sudanesa",
    "sushi": "sushi",
    "syrian": "syrian, siria",
    "thai": "thai, tailandesa",
    "tibetan": "tibetan, tibetana, tibetano",
    "turkish": "turkish, turca",
    "ukrainian": "ukrainian, ucraniana",
    "uzbek": "uzbek, uzbeka",
    "venezuelan": "venezuelan, venezolana, venezolano, arepas",
    "vietnamese": "vietnamese, vietnamita, pho, banh mi",
    "yemeni": "yemeni, yemenita",
    "african": "african, africana",
}
