namespace FlashSale.Dashboard;

/// <summary>The commands about the screening of listings (rule LST-2).</summary>
internal static class ScreeningOperations
{
    private static ApiJson Json => ApiJson.Default;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandOperation> All { get; } =
    [
        CommandOperation.Of<ScoreListing, PublicationResult>(
            "PUT", "listings/{listing}/score", Json.ScoreBody,
            "The platform's classifier says how wrong a listing looks.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Listing(), text.Body.Read(Json.ScoreBody));
                return new ScoreListing(id, body.ScoreMilli, body.RestrictedMilli, text.Request);
            }),
        CommandOperation.Of<AnswerWarning, PublicationResult>(
            "PUT", "listings/{listing}/warning", Json.InsistBody,
            "The seller insists on a listing of which it was warned, or gives it up.",
            (ref text) => new AnswerWarning(
                text.Ids.Listing(), text.Body.Read(Json.InsistBody).Insists, text.Request)),
        CommandOperation.Of<ReviewListing, PublicationResult>(
            "PUT", "listings/{listing}/review", Json.ReviewBody,
            "A reviewer accepts a listing that waits, or refuses it.",
            (ref text) =>
            {
                var (id, body) = (text.Ids.Listing(), text.Body.Read(Json.ReviewBody));
                return new ReviewListing(
                    id, body.Verdict, text.Request, SignatureBody.Of(body.Who, body.Why));
            }),
        CommandOperation.Of<ListBrand, PublicationResult>(
            "PUT", "brands/{brand}", Json.BrandBody,
            "A brand joins the catalogue, or leaves it.",
            (ref text) =>
            {
                var (brand, body) = ((int)text.Ids.Number(int.MaxValue), text.Body.Read(Json.BrandBody));
                return new ListBrand(
                    brand, body.Known, body.UsualPriceFen, text.Request,
                    SignatureBody.Of(body.Who, body.Why));
            }),
    ];
}
