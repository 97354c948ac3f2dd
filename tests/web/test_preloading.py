from web.preloading import COMPONENTS, component_scripts, preload_links


def test_every_component_is_found_in_the_installed_streamlit():
    assert len(component_scripts()) == len(COMPONENTS)


def test_links_name_their_scripts():
    assert preload_links("").count('rel="modulepreload"') == len(COMPONENTS)


def test_only_pages_with_charts_run_the_script_of_charts_before_they_need_it():
    assert preload_links("targets").count("<script") == 1
    assert 'async src="/static/js/PlotlyChart.' in preload_links("")
    assert "<script" not in preload_links("import")
