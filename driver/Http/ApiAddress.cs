namespace FlashSale.Driver;

/// <summary>Where the API is, and with which key it is called.</summary>
/// <param name="Url">Such as http://127.0.0.1:5080; plain HTTP, without a path.</param>
/// <param name="Key">The key; null on this machine.</param>
public sealed record ApiAddress(Uri Url, string? Key = null)
{
    /// <summary>The lines of a request's head that are the same in all.</summary>
    internal string Head => $"Host: {Url.Authority}\r\n"
        + (Key is null ? "" : $"Authorization: Bearer {Key}\r\n");

    /// <summary>The address that a text means; null if it is none.</summary>
    public static ApiAddress? Parse(string text, string? key = null) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http", PathAndQuery: "/" }
            ? new ApiAddress(url, key)
            : null;
}
