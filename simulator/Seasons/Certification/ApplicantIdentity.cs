namespace FlashSale.Simulator;

/// <summary>What an application gives: who, which account, which device (rules IDN-1, IDN-4).</summary>
/// <param name="Identity">The document.</param>
/// <param name="Account">The bank account.</param>
/// <param name="Device">What is applied from.</param>
internal readonly record struct ApplicantIdentity(IdentityId Identity, IdentityId Account, IdentityId Device)
{
    /// <summary>A seller under its own name.</summary>
    public static ApplicantIdentity OfPerson(int person) => new(
        IdentityId.OfDocument(FormattableString.Invariant($"p{person}")), AccountOf(person),
        DeviceOf(person));

    /// <summary>A cheat under a name that is bought for one attempt.</summary>
    /// <param name="person">The cheat.</param>
    /// <param name="store">The store.</param>
    /// <param name="attempt">The number of the attempt.</param>
    /// <param name="isLinked">Whether account and device are those of other attempts of the cheat.</param>
    public static ApplicantIdentity Bought(int person, int store, int attempt, bool isLinked)
    {
        var name = FormattableString.Invariant($"s{store}a{attempt}");
        return new ApplicantIdentity(
            IdentityId.OfDocument(name), isLinked ? AccountOf(person) : IdentityId.OfAccount(name),
            isLinked ? DeviceOf(person) : IdentityId.OfDevice(name));
    }

    private static IdentityId AccountOf(int person) =>
        IdentityId.OfAccount(FormattableString.Invariant($"p{person}"));

    private static IdentityId DeviceOf(int person) =>
        IdentityId.OfDevice(FormattableString.Invariant($"p{person}"));
}
