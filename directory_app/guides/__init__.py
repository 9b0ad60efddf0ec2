"""An event and its public listings become a plan, pages and a PDF."""
