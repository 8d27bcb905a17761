namespace PolicyLint.Tests.Model;

public sealed class PolicyTypeTests
{
    [TestCase(PolicyType.Identity, "identity")]
    [TestCase(PolicyType.Resource, "resource")]
    [TestCase(PolicyType.Trust, "trust")]
    [TestCase(PolicyType.Scp, "scp")]
    [TestCase(PolicyType.Rcp, "rcp")]
    [TestCase(PolicyType.Boundary, "boundary")]
    [TestCase(PolicyType.VpcEndpoint, "vpc-endpoint")]
    public void A_type_has_a_name_that_leads_back_to_it(PolicyType type, string name)
    {
        type.ToName().Should().Be(name);
        PolicyTypeExtensions.TryParse(name.ToUpperInvariant(), out PolicyType parsed).Should().BeTrue();
        parsed.Should().Be(type);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("vpce")]
    [TestCase("0")]
    public void Other_names_are_refused(string? name) => PolicyTypeExtensions.TryParse(name, out _).Should().BeFalse();

    [Test]
    public void Each_type_either_grants_or_limits()
    {
        foreach (PolicyType type in Enum.GetValues<PolicyType>())
            (PolicyTypes.Grants.Includes(type) ^ PolicyTypes.Limits.Includes(type)).Should().BeTrue(type.ToName());

        Enum.GetValues<PolicyType>().Where(type => PolicyTypes.Limits.Includes(type)).Should().Equal(PolicyType.Scp, PolicyType.Rcp, PolicyType.Boundary);
        Enum.GetValues<PolicyType>().Should().OnlyContain(type => PolicyTypes.All.Includes(type));
    }
}
