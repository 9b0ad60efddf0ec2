"""The hours of a business: the week by days, parts of the year, holidays, in words and in OSM."""
