{#- What search knows: places from the content, the words of the built pages, each once; a script, so that it loads from a folder too. -#}
{%- set built = namespace(pages={}) -%}
{%- set up = "../" if config.use_directory_urls else "" -%}
{%- for file in pages %}{% set _ = built.pages.update({file.src_uri: file.page}) %}{% endfor -%}
const places = [
{%- for place in config.extra.frame.places %}
{%- set page = built.pages[place.path] %}
{{ {
  "title": place.title|replace("'", "’"),
  "address": up ~ page.url ~ ("#" ~ place.anchor if place.anchor else ""),
  "kind": place.kind,
  "also": place.also|join(" "),
  "text": config.extra.frame.words_of(page.content) if place.whole else ""
}|tojson }},
{%- endfor %}
];
