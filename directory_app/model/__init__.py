"""What a business, an event, a consent is: tables and pure rules, no I/O."""
