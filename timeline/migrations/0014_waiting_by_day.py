from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0013_reasons")]

    operations = [
        migrations.RemoveIndex(model_name="event", name="event_waiting"),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(
                condition=models.Q(("reviewed", False)),
                fields=["chronology", "rank", "id", "status", "reviewed", "earliest", "latest"],
                name="event_waiting",
            ),
        ),
    ]
