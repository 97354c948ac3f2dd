from web.preloading import COMPONENTS, component_scripts, preload_links


def test_every_component_is_found_in_the_installed_streamlit():
    assert len(component_scripts()) == len(COMPONENTS)


def test_links_name_their_scripts():
    assert preload_links().count('rel="modulepreload"') == len(COMPONENTS)
