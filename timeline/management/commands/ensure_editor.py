"""Create an account for the desk, with a random password that is shown once, or give an account another role."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from timeline.serving.accounts import Role, ensure_account


class Command(BaseCommand):
    help = (
        "Create an account with a random password, shown once, or give one that exists the role. Without --role, the "
        "first account becomes the administrator, a later one an editor, and one that exists stays as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", nargs="?", default="editor", help="The name to log in with (default: editor).")
        parser.add_argument("--role", choices=[role.value for role in Role], help="What the account is for.")

    def handle(self, *args: Any, name: str, role: str | None, **options: Any) -> None:
        password = ensure_account(name, Role(role) if role else None)
        if password is None:
            self.stdout.write(f"The editors' desk is at /admin/, name “{name}”.")
        else:
            self.stdout.write(f"The editors' desk is at /admin/, name “{name}”, password “{password}”.")
            self.stdout.write("The password is shown this once; `manage.py changepassword` sets another.")
