"""The one door to the database: no SQL anywhere else."""
