"""What an installation needs beside the application: preparation, accounts, the server's settings."""
