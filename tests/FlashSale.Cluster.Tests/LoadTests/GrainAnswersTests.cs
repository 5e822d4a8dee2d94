using FlashSale.Driver;
using FlashSale.LoadTests;

namespace FlashSale.Cluster.Tests;

public sealed class GrainAnswersTests
{
    [Fact]
    public void What_took_effect_is_done()
    {
        Assert.Equal(LoadAnswer.Done, GrainAnswers.Of(CheckoutResult.Placed));
        Assert.Equal(LoadAnswer.Done, GrainAnswers.Of(PayResult.PaidInPart));
        Assert.Equal(LoadAnswer.Done, GrainAnswers.Of(OrderResult.Done));
    }

    [Fact]
    public void A_refusal_of_business_is_no_error_and_keeps_the_word_of_the_api()
    {
        Assert.Equal(
            new LoadAnswer(LoadOutcome.Refused, "sold-out"), GrainAnswers.Of(CheckoutResult.SoldOut));
        Assert.Equal(new LoadAnswer(LoadOutcome.Refused, "too-late"), GrainAnswers.Of(PayResult.TooLate));
        Assert.Equal(
            new LoadAnswer(LoadOutcome.Refused, "limit-reached"), GrainAnswers.Of(PayResult.LimitReached));
        Assert.Equal(
            new LoadAnswer(LoadOutcome.Refused, "not-for-sale"), GrainAnswers.Of(PayResult.NotForSale));
        Assert.Equal(
            new LoadAnswer(LoadOutcome.Throttled, "throttled"), GrainAnswers.Of(CheckoutResult.Throttled));
    }

    [Fact]
    public void What_a_sound_client_never_gets_is_an_error()
    {
        Assert.Equal(LoadOutcome.Error, GrainAnswers.Of(CheckoutResult.IdReused).Outcome);
        Assert.Equal(LoadOutcome.Error, GrainAnswers.Of(OrderResult.UnknownOrder).Outcome);
    }

    [Fact]
    public async Task A_market_in_trouble_is_counted_and_the_load_goes_on()
    {
        var halted = await GrainAnswers.Of(
            ValueTask.FromException<OrderResult>(new MarketHaltedException("a test")));
        var silent = await GrainAnswers.Of(ValueTask.FromException<OrderResult>(new TimeoutException()));

        Assert.Equal(new LoadAnswer(LoadOutcome.Error, "halted"), halted);
        Assert.Equal(LoadAnswer.NoAnswer, silent);
    }
}
