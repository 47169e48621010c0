"""Create the account of an editor, with a random password that is shown once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from timeline.serving.accounts import ensure_editor


class Command(BaseCommand):
    help = "Create an editor's account with a random password, shown once. Does nothing if the account exists."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", default="editor", help="The name to log in with (default: editor).")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        password = ensure_editor(name)
        if password is None:
            self.stdout.write(f"The editors' desk is at /admin/, name “{name}”.")
        else:
            self.stdout.write(f"The editors' desk is at /admin/, name “{name}”, password “{password}”.")
            self.stdout.write("The password is shown this once; `manage.py changepassword` sets another.")
