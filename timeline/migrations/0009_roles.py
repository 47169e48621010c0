from django.db import migrations


def keep_the_right_to_publish(apps, schema_editor):
    """Until now editors published, and there was no other role: who was an editor is a publisher from now on."""
    Group = apps.get_model("auth", "Group")
    editors = Group.objects.filter(name="Editors", user__isnull=False).first()
    if editors:
        publishers, _made = Group.objects.get_or_create(name="Publishers")
        publishers.user_set.add(*editors.user_set.all())
        editors.user_set.clear()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("timeline", "0007_judged_groups"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="event",
            options={
                "ordering": ["earliest", "-latest", "sequence", "public_id"],
                "permissions": [("publish_event", "Can publish events and take them back")],
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
        ),
        migrations.RunPython(keep_the_right_to_publish, migrations.RunPython.noop, elidable=True),
    ]
