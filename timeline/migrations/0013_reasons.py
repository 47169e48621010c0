from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("timeline", "0012_by_hand")]

    operations = [
        migrations.AddField(
            model_name="importedfile",
            name="code",
            field=models.CharField(blank=True, editable=False, help_text="Worded in either language.", max_length=20, verbose_name="code of the reason"),
        ),
        migrations.AddField(
            model_name="importedfile",
            name="detail",
            field=models.JSONField(blank=True, default=dict, editable=False, help_text="What the code's words name.", verbose_name="figures of the reason"),
        ),
    ]
