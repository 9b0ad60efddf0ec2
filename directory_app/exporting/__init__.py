"""Public listings become files. Sees PublicListing only."""
