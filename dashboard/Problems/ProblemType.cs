using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>A kind of problem details (RFC 9457) that clients can rely on.</summary>
internal sealed class ProblemType
{
    /// <summary>A kind of problem.</summary>
    /// <param name="area">What it is about, such as «checkout».</param>
    /// <param name="word">What is wrong, such as «sold-out».</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What it means, for people.</param>
    public ProblemType(string area, string word, int status, string title)
    {
        (Area, Word, Status, Title) = (area, word, status, title);
        Uri = $"/problems/{area}/{word}";
        EncodedUri = JsonEncodedText.Encode(Uri);
        EncodedTitle = JsonEncodedText.Encode(title);
    }

    public string Area { get; }

    public string Word { get; }

    public int Status { get; }

    public string Title { get; }

    /// <summary>The stable name: «/problems/checkout/sold-out».</summary>
    public string Uri { get; }

    public JsonEncodedText EncodedUri { get; }

    public JsonEncodedText EncodedTitle { get; }
}
