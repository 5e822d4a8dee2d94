namespace FlashSale.Dashboard;

/// <summary>A store's application: the numbers are hashed when they are read, and kept nowhere.</summary>
internal sealed record CertificateBody(
    CertificateClass Class, string Document, string Account, string Device, byte Region = 0)
{
    public ApplyForCertificate ToCommand(StoreId id, RequestId request) => new(
        id, Class, IdentityId.OfDocument(IdentityNumber.Checked("document", Document)),
        IdentityId.OfAccount(IdentityNumber.Checked("account", Account)),
        IdentityId.OfDevice(IdentityNumber.Checked("device", Device)), new RegionId(Region), request);
}

/// <summary>What becomes of a check, and why.</summary>
internal sealed record CheckBody(CheckVerdict Verdict, string? Who = null, string? Why = null);

/// <summary>An identity by the number of its document, and the list that it shall stand on.</summary>
internal sealed record ListedBody(
    string Document, IdentityListing Listing, string? Who = null, string? Why = null)
{
    public ListIdentity ToCommand(RequestId request) => new(
        IdentityId.OfDocument(IdentityNumber.Checked("document", Document)), Listing, request,
        SignatureBody.Of(Who, Why));
}

/// <summary>The number of a document, an account or a device, as a client writes it.</summary>
internal static class IdentityNumber
{
    /// <summary>The number.</summary>
    /// <exception cref="MalformedException">It cannot be one; it is not repeated.</exception>
    public static string Checked(string member, string number) =>
        string.IsNullOrWhiteSpace(number) || number.Length > IdentityId.NumberLengthMax
            ? throw new MalformedException($"$.{member}", FormattableString.Invariant(
                $"expected 1 to {IdentityId.NumberLengthMax} characters"))
            : number;
}
