"""Static files under names that carry their content's hash, so that a browser keeps them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between JavaScript modules.

    Without that, a module that changed would be imported by its plain name and come from the cache of yesterday.
    """

    support_js_module_import_aggregation = True
