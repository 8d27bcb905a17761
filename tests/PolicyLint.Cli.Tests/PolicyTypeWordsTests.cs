using PolicyLint.Cli.Commands;

namespace PolicyLint.Cli.Tests;

/// <summary>The words that are written out are those of the enumerations, in their order.</summary>
public sealed class PolicyTypeWordsTests
{
    [Test]
    public void Every_policy_type_has_its_word() =>
        PolicyTypeWords.Types.Should().Equal(Enum.GetValues<PolicyType>().Select(type => (type.ToName(), (PolicyType?)type)));

    [Test]
    public void Every_resource_type_has_its_word() =>
        PolicyTypeWords.ResourceTypes.Should().Equal(Enum.GetValues<PolicyResourceType>().Select(type => (type.ToName(), (PolicyResourceType?)type)));
}
