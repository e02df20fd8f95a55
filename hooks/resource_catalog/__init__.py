"""A catalog of resources, kept as YAML, and everything a site can be made of it.

This package is plain Python: it knows nothing of MkDocs, prints nothing, never exits and never
reads the clock. ``hooks/mkdocs_*.py``, ``scripts/`` and ``bench/`` are its callers. What they may
import is named here; nothing is loaded by it. All other modules may change without notice.
"""

PUBLIC = {
    "model": """
        addresses.tracking catalog change_log did_you_mean field_types.languages
        ledger.ledger_text ledger.link_ledger messages.direction messages.own_words
        messages.po_files optional_pages problems records.entry records.record
        records.vocabulary terminal_text translations.catalog_texts translations.shown_texts
        translations.translatable_texts translations.translated_catalog
        translations.translated_text
    """,
    "loading": """
        catalog_folder checks context.published_ids folder_layout json_schema
        loaded_catalog own_pages.missing_anchors own_pages.page_contents own_pages.page_files
        own_pages.page_link_checks problem_examples.code_explanations record_cache
        saving.file_changes saving.whole_file theme_icons translations.translation_folder
        translations.unpublished_languages yaml.link_url_editor yaml.yaml_file
    """,
    "links": """
        ask.canary ask.settings ask.wayback_machine built_site checker finding
        linkchecker_opinion linkchecker_process record.link_selection record.link_status
        record.merge_ledgers record.run_journal record.run_plan record.state_rules
        record.updated_records report.github_issue report.moved_links report.run_outcome
        report.run_report target
    """,
    "site": """
        localhost published_url_list repository_links review_schedule search.language_words
        search.search_documents search.words site
    """,
    "exports": """
        export_registry handout_files review_calendar search_index spreadsheet.columns
        spreadsheet.csv_text
    """,
    "pages": """
        embeds hand_written.absent_page_links hand_written.catalog_words
        hand_written.key_table hand_written.own_page_link_check hand_written.own_samples
        hand_written.translation_status hand_written.wide_tables home
        markdown_site.site_folder menu page page_registry parts.edit_links
        parts.language_links parts.redirect_conflicts rendering.brand_style
        rendering.browser_script rendering.css_icons rendering.nonbreaking_words
        rendering.offline_html rendering.own_page_html rendering.renderer
        rendering.security_policy rendering.strip_indent rendering.style_sheet
        rendering.template_cache rendering.template_messages
    """,
    "contribute": """
        autofix.diff autofix.fix_catalog free_ids import_table.import_plan
        import_table.mapping_file import_table.planning.import_planner
        import_table.read_table import_table.report.import_report
        import_table.report.refused_rows import_table.table import_table.text_links
        issue_forms.dry_run issue_forms.entry_skeleton issue_forms.form_questions
        issue_forms.form_templates issue_forms.issue_event issue_forms.issue_to_entry
        issue_forms.replies issue_forms.terminal_answers likely_duplicates
        new_terms.added_terms new_terms.new_catalog_folder new_terms.terms_of_columns
        new_terms.terms_report new_terms.vocabulary_columns outdated_own_words
        pull_request.artifact_link pull_request.base_catalog pull_request.changed_code
        pull_request.comment pull_request.compare pull_request.findings_schema
        translations.check_messages translations.collect_messages
        translations.edit_translation translations.status_formats
    """,
    "performance": """
        file_watcher folder_fingerprint page_frame parallel preview read_ahead served_language
        site_changes theme_files
    """,
}
"""The modules that callers may import, by package. Tests may import those of the package that they
are in the folder of, and whatever lies below it."""
