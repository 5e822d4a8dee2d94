using System.Text;

namespace FlashSale.Simulator;

/// <summary>Pieces of a page. Whatever comes from outside is text, never markup.</summary>
internal static class Html
{
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>A text, safe as content and as the value of an attribute.</summary>
    public static string Text(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'",
        "&#39;")
        .ToString();

    /// <summary>A whole page: one file that needs no network and runs no script.</summary>
    public static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{ContentPolicy}">
        <title>{Text(title)}</title>
        <style>
        {Resource.Text("report.css")}{Resource.Text("charts.css")}</style>
        </head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>A part of the page with its heading.</summary>
    public static string Section(string heading, params IEnumerable<string> parts) =>
        $"<section><h2>{Text(heading)}</h2>\n{string.Concat(parts)}</section>\n";

    /// <summary>A paragraph of plain text.</summary>
    public static string Paragraph(string text, string style = "") =>
        style.Length == 0 ? $"<p>{Text(text)}</p>\n" : $"<p class=\"{style}\">{Text(text)}</p>\n";

    /// <summary>A table; the columns named with a leading «#» are numbers, set to the right.</summary>
    public static string Table(string caption, IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows)
    {
        var styles = columns.Select(column => column.StartsWith('#') ? " class=\"n\"" : "").ToList();
        const int columnsOnPhoneMax = 4;
        var width = columns.Count > columnsOnPhoneMax ? " class=\"broad\"" : "";
        var table = new StringBuilder($"<div class=\"scroll\"><table{width}>");
        table.Append("<caption>").Append(Text(caption)).Append("</caption><thead><tr>");
        for (var at = 0; at < columns.Count; at++)
        {
            table.Append("<th scope=\"col\"").Append(styles[at]).Append('>')
                .Append(Text(columns[at].TrimStart('#'))).Append("</th>");
        }

        table.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            table.Append("<tr>");
            for (var at = 0; at < row.Count; at++)
            {
                table.Append("<td").Append(styles[at]).Append('>').Append(Text(row[at])).Append("</td>");
            }

            table.Append("</tr>\n");
        }

        return table.Append("</tbody></table></div>\n").ToString();
    }
}
