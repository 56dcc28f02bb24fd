{#- What search knows: places from the content, the words of the built pages, each once; a script, so that it loads from a folder too. -#}
{%- set built = namespace(pages={}) -%}
{%- set up = "../" if config.use_directory_urls else "" -%}
{%- for file in pages %}{% set _ = built.pages.update({file.src_uri: file.page}) %}{% endfor -%}
{#- The words of a page's HTML, without the numbers of its sources, which are no words. -#}
{%- macro words(html) -%}
{%- set text = namespace(of=[]) -%}
{%- for part in html.split('<a class="ps-source"') %}{% set _ = text.of.append(part if loop.first else part.partition("</a>")[2]) %}{% endfor -%}
{{ config.extra.frame.words_of(text.of|join(" ")|replace("<", " <")|striptags) }}
{%- endmacro -%}
const places = [
{%- for place in config.extra.frame.places %}
{%- set page = built.pages[place.path] %}
{{ {
  "title": place.title|replace("'", "’"),
  "address": up ~ page.url ~ ("#" ~ place.anchor if place.anchor else ""),
  "kind": place.kind,
  "also": place.also|join(" "),
  "text": words(page.content) if place.whole else ""
}|tojson }},
{%- endfor %}
];
