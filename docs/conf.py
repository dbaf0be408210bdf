"""How the documentation is built: offline, every warning an error."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import localgender

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from addresses import addresses
from inventories import mapping

project = "localgender"
author = "The localgender authors"
project_copyright = author
version = release = localgender.__version__
language = "en"

# Absolute, since Sphinx looks for the words of its scripts from where it was started.
locale_dirs = [str(Path(__file__).parent / "locale")]
# One catalogue for each kind of page.
gettext_compact = True

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "generated",
    "languages",
]

# Headings may be linked to, and `:::` frames the cards of the first page.
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# A single backtick in a docstring is code, as its reader in a terminal sees it.
default_role = "code"
# "uk" in a docstring is a word of the library and keeps its straight quotes.
smartquotes = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
# A default is shown by its name, such as RULES, not by all that it holds.
autodoc_preserve_defaults = True
autodoc_class_signature = "mixed"
python_use_unqualified_type_names = True
add_module_names = False

# Prompts and answers stay behind when an example is copied.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

# Names of other projects lead to where those publish; a name that is ours is never looked for there.
intersphinx_mapping = mapping(Path(__file__).parent / "_inventories")
intersphinx_disabled_reftypes = ["std:*"]

linkcheck_ignore = [f"^{re.escape(each)}" for each in addresses("named")]
linkcheck_anchors = False

exclude_patterns = ["_ext", "_templates", "locale"]
html_theme = "furo"
templates_path = ["_templates"]
# Not blank, so that the theme makes room for the languages.
html_theme_options = {"announcement": " "}
html_title = "localgender"
html_static_path = ["_static"]
html_css_files = ["house.css"]
html_js_files = ["house.js"]
html_show_sphinx = False
html_copy_source = False
