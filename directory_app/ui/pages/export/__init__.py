"""Files and private tables that leave the laptop."""
