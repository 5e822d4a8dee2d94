using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

public sealed class PolicyTextTests
{
    [Fact]
    public void A_policy_of_before_is_read_without_what_changed_nothing()
    {
        var text = PolicyText.Write(new Policy());
        var before = text.Insert(text.Length - 1, ",\"escrow\":{\"freezeAtComplaints\":5}");

        Assert.Equal(text, PolicyText.Write(PolicyText.Read(before)));
    }

    [Theory]
    [InlineData("{\"surprise\":1}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_policy_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => PolicyText.Read(text));
}
