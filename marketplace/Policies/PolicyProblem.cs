namespace FlashSale.Marketplace;

/// <summary>One number of a policy that cannot be used.</summary>
/// <param name="Field">The path of the field as a scenario spells it: <c>stores.topUpWithin</c>.</param>
/// <param name="Value">What was given.</param>
/// <param name="Allowed">What is allowed, in words.</param>
public sealed record PolicyProblem(string Field, string Value, string Allowed);
