using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlashSale.Dashboard;

/// <summary>The files of the pages, built into the program so that it needs no folder beside it.</summary>
internal static class PageFiles
{
    // Everything comes from this host, and nothing in a page is run but the modules of this host.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Prefix = "Pages/";

    private static readonly (string Path, string Title)[] Pages =
    [
        ("/", "Big screen"), ("/ops", "Operations"), ("/search", "Search"), ("/listings", "Listings"),
        ("/stores", "Stores"), ("/sellers", "Sellers"), ("/trust", "Trust"), ("/orders", "Orders"),
        ("/season", "Season"), ("/audit", "Audit"), ("/certificates", "Certificates"),
        ("/screening", "Screening"), ("/trail", "Trail"), ("/runs", "Runs"), ("/preflight", "Preflight"),
    ];

    // One sheet is served; a later part counts over an earlier one.
    private static readonly string[] Styles =
    [
        "base", "bar", "buttons", "panels", "screen", "charts", "lists", "ops", "tables", "details",
        "dialogs", "search", "season", "modes",
    ];

    /// <summary>Whether an address is that of a page.</summary>
    public static bool IsPage(PathString path) => Pages.Any(page => path == page.Path);

    /// <summary>Whether an address is that of a page, or of a file that pages are made of.</summary>
    public static bool IsPart(PathString path) =>
        IsPage(path) || path.StartsWithSegments("/pages", StringComparison.Ordinal);

    /// <summary>The text of a file.</summary>
    public static string TextOf(string file) => System.Text.Encoding.UTF8.GetString(Read(file));

    /// <summary>Adds the addresses of all pages and files.</summary>
    public static void Map(WebApplication app)
    {
        var layout = TextOf("layout.html").Replace(
            "{{nav}}", string.Join('\n', Pages.Select(LinkTo)), StringComparison.Ordinal);
        foreach (var (path, title) in Pages)
        {
            var name = NameOf(path);
            var main = TextOf($"{name}.html");
            var page = layout.Replace("{{title}}", title, StringComparison.Ordinal)
                .Replace("{{page}}", name, StringComparison.Ordinal)
                .Replace("{{main}}", main, StringComparison.Ordinal);
            Add(app, path, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(page));
        }

        var sheet = string.Concat(Styles.Select(name => TextOf($"{name}.css")));
        Add(app, "/pages/flashsale.css", TypeOf("flashsale.css"), System.Text.Encoding.UTF8.GetBytes(sheet));
        foreach (var file in Names().Where(file => Path.GetExtension(file) is not (".html" or ".css")))
        {
            Add(app, $"/pages/{file}", TypeOf(file), Read(file));
        }
    }

    private static string NameOf(string path) => path == "/" ? "screen" : path[1..];

    private static string LinkTo((string Path, string Title) page)
    {
        var (path, title) = page;
        return $"""    <a href="{path}" data-nav="{NameOf(path)}" data-t="{title}">{title}</a>""";
    }

    private static IEnumerable<string> Names() => typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..]);

    private static byte[] Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static void Add(WebApplication app, string path, string type, byte[] bytes) =>
        app.MapMethods(path, ["GET"], async (HttpContext context) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "private, no-cache";
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
}
