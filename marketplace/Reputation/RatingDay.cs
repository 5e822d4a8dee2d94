namespace FlashSale.Marketplace;

/// <summary>The ratings of one day in China, added up. 24 bytes without padding.</summary>
/// <param name="Day">The day, as <see cref="ChinaTime.DayOf"/> counts.</param>
/// <param name="Orders">Rated orders, at least one; a day holds at most 400 million of them.</param>
/// <param name="AsDescribed">Points for goods as described.</param>
/// <param name="Service">Points for service.</param>
/// <param name="DispatchSpeed">Points for dispatch speed.</param>
/// <param name="DeliverySpeed">Points for delivery speed.</param>
public readonly record struct RatingDay(
    int Day, int Orders, int AsDescribed, int Service, int DispatchSpeed, int DeliverySpeed)
{
    /// <summary>The day with one rating more.</summary>
    internal RatingDay With(in Rating rating) => new(
        Day,
        Orders + 1,
        AsDescribed + rating.AsDescribed,
        Service + rating.Service,
        DispatchSpeed + rating.DispatchSpeed,
        DeliverySpeed + rating.DeliverySpeed);
}
