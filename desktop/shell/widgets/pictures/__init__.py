"""Pictures: drawn as values, shown in plots with a button over every mark, saved as SVG and PNG."""
