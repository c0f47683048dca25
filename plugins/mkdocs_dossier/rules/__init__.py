"""What must hold in a dossier: one rule a file, and each file that has one."""
