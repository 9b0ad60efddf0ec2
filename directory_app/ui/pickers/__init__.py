"""Fields that find as one types, in both languages: a category, cuisines, languages."""
