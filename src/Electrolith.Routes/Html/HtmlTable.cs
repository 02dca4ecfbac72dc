namespace Electrolith.Routes.Html;

/// <summary>How sure a number is, shown as a small label with a word (the colour only repeats it).</summary>
public enum HtmlBadge
{
    /// <summary>No label.</summary>
    None,

    /// <summary>Measured by a source.</summary>
    Measured,

    /// <summary>Computed by a source.</summary>
    Computed,

    /// <summary>Fitted to data of a source.</summary>
    Fitted,

    /// <summary>Follows by arithmetic.</summary>
    Derived,

    /// <summary>Chosen as a default.</summary>
    Assumed,

    /// <summary>Ascribed to a source that could not be checked.</summary>
    Unconfirmed,

    /// <summary>Given by the user.</summary>
    User,

    /// <summary>A check that is met.</summary>
    Met,

    /// <summary>A check that is not met.</summary>
    Missed,
}

/// <summary>A table.</summary>
public sealed record HtmlTable
{
    /// <summary>Printed above the table; empty for none.</summary>
    public string Caption { get; init; } = "";

    /// <summary>The columns.</summary>
    public required IReadOnlyList<HtmlColumn> Columns { get; init; }

    /// <summary>The rows; a short row is filled up with empty cells, cells beyond the columns are an error.</summary>
    public required IReadOnlyList<IReadOnlyList<HtmlCell>> Rows { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Heading">Heading, with the unit.</param>
/// <param name="IsNumber">Whether the column is right-aligned with digits of equal width.</param>
public sealed record HtmlColumn(string Heading, bool IsNumber = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
public sealed record HtmlCell(string Text)
{
    /// <summary>A label after the text.</summary>
    public HtmlBadge Badge { get; init; }

    /// <summary>An address, or a place on the page such as `#source-kraft2017`; null for no link.</summary>
    public string? Link { get; init; }

    /// <summary>A smaller second line; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>A cell with plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator HtmlCell(string text) => new(text);
}

/// <summary>One large number at the top of a section.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Note">A line below, for example the interval; empty for none.</param>
public sealed record HtmlKeyFigure(string Label, string Value, string Note = "")
{
    /// <summary>A label after the value.</summary>
    public HtmlBadge Badge { get; init; }
}

/// <summary>One entry of a list of sources.</summary>
/// <param name="Key">Its key; cells link to it with `#source-KEY`.</param>
/// <param name="Text">Authors, year, title and so on.</param>
/// <param name="Url">Its address, or null.</param>
public sealed record HtmlSource(string Key, string Text, string? Url = null);
