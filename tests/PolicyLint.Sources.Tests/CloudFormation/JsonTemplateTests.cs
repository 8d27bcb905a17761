namespace PolicyLint.Sources.Tests.CloudFormation;

/// <summary>JSON, SAM and what CDK writes.</summary>
public sealed class JsonTemplateTests
{
    [Test]
    public void A_role_has_a_trust_policy_and_inline_policies() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "AssumeRolePolicyDocument": {
                  "Version": "2012-10-17",
                  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/deploy" }, "Action": [|"sts:AssumRole"|] }]
                },
                "Policies": [
                  { "PolicyName": "first", "PolicyDocument": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" } } },
                  { "PolicyName": "second", "PolicyDocument": { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": [|"s3:GetObjet"|], "Resource": "arn:aws:s3:::data/*" } } }
                ]
              }
            }
          }
        }
        """,
        "PL2002 Role (AssumeRolePolicyDocument)",
        "PL2002 Role (Policies[1].PolicyDocument)");

    [Test]
    public void A_policy_in_a_string_of_JSON() => TemplateCase.Check(
        """
        {
          "AWSTemplateFormatVersion": "2010-09-09",
          "Resources": {
            "Vault": {
              "Type": "AWS::ECR::Repository",
              "Properties": {
                "RepositoryPolicyText": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:role/pull\"},\"Action\":[|\"ecr:BatchGetImages\"|]}]}"
              }
            }
          }
        }
        """,
        "PL2002 Vault (RepositoryPolicyText)");

    [Test]
    public void A_string_that_Join_puts_together() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Logs": {
              "Type": "AWS::Logs::ResourcePolicy",
              "Properties": {
                "PolicyDocument": { "Fn::Join": ["", [
                  "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:role/ship\"},",
                  "\"Action\":[|\"logs:PutLogEvent\"|],\"Resource\":\"arn:aws:logs:eu-west-1:", { "Ref": "AWS::AccountId" }, ":log-group:app:*\"}]}"
                ]] }
              }
            }
          }
        }
        """,
        "PL2002 Logs (PolicyDocument)");

    [Test]
    public void A_string_that_Sub_fills_in() => TemplateCase.Check(
        """
        {
          "Parameters": { "Principal": { "Type": "String", "Default": "arn:aws:iam::111122223333:role/ship" }, "Groups": { "Type": "CommaDelimitedList" } },
          "Resources": {
            "Logs": {
              "Type": "AWS::Logs::ResourcePolicy",
              "Properties": {
                "PolicyDocument": { "Fn::Sub": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"${Principal}\"},\"Action\":[|\"logs:PutLogEvent\"|],\"Resource\":[?${Groups}?]}]}" }
              }
            }
          }
        }
        """,
        "PL2002 Logs (PolicyDocument)",
        "? Logs (PolicyDocument)");

    [Test]
    public void A_parameter_without_a_default_is_not_known_and_nothing_is_found_on_it() => TemplateCase.Check(
        """
        {
          "Parameters": { "Bucket": { "Type": "String" } },
          "Resources": {
            "P": {
              "Type": "AWS::IAM::Policy",
              "Properties": {
                "PolicyName": "p",
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*", "Resource": [?{ "Ref": "Bucket" }?] }] }
              }
            }
          }
        }
        """,
        "? P (PolicyDocument)");

    [Test]
    public void A_default_is_what_the_template_says() => TemplateCase.Check(
        """
        {
          "Parameters": { "What": { "Type": "CommaDelimitedList", "Default": "s3:GetObject, s3:GetObjet" } },
          "Resources": {
            "P": {
              "Type": "AWS::IAM::Policy",
              "Properties": {
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": [|{ "Ref": "What" }|], "Resource": "arn:aws:s3:::data/*" }] }
              }
            }
          }
        }
        """,
        "PL2002 P (PolicyDocument)");

    [Test]
    public void A_document_that_is_not_known_is_told() => TemplateCase.Check(
        """
        {
          "Parameters": { "Document": { "Type": "String" } },
          "Resources": {
            "Key": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": [?{ "Ref": "Document" }?] } },
            "Other": { "Type": "AWS::KMS::Key", "Properties": { "KeyPolicy": { "Fn::Transform": { "Name": "AWS::Include" } } } }
          }
        }
        """.Replace("""{ "Fn::Transform": { "Name": "AWS::Include" } }""", """[?{ "Fn::Transform": { "Name": "AWS::Include" } }?]""", StringComparison.Ordinal),
        "? Key (KeyPolicy)",
        "? Other (KeyPolicy)");

    [Test]
    public void A_statement_that_is_not_known_is_told_and_the_others_are_linted() => TemplateCase.Check(
        """
        {
          "Resources": {
            "P": {
              "Type": "AWS::IAM::ManagedPolicy",
              "Properties": {
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                  [?{ "Fn::ImportValue": "statement" }?],
                  { "Effect": "Allow", "Action": [|"s3:GetObjet"|], "Resource": "arn:aws:s3:::data/*" }
                ] }
              }
            }
          }
        }
        """,
        "? P (PolicyDocument)",
        "PL2002 P (PolicyDocument)");

    [Test]
    public void A_condition_that_is_not_known_still_is_one() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Bucket": {
              "Type": "AWS::S3::BucketPolicy",
              "Properties": {
                "Bucket": "data",
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                  { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*", "Condition": [?{ "Fn::ImportValue": "c" }?] }
                ] }
              }
            }
          }
        }
        """,
        "? Bucket (PolicyDocument)");

    [Test]
    public void An_effect_a_principal_and_a_key_that_are_not_known_are_no_findings() => TemplateCase.Check(
        """
        {
          "Parameters": { "Effect": { "Type": "String" }, "Who": { "Type": "String" }, "Provider": { "Type": "String" } },
          "Resources": {
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": {
                "AssumeRolePolicyDocument": { "Fn::Sub": "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":[?\"arn:aws:iam::111122223333:oidc-provider/${Provider}\"?]},\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{[?\"${Provider}:aud\"?]:\"sts.amazonaws.com\"}}}]}" }
              }
            },
            "Bucket": {
              "Type": "AWS::S3::BucketPolicy",
              "Properties": {
                "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                  { "Effect": [?{ "Ref": "Effect" }?], "Principal": { "Ref": "Who" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::data/*" }
                ] }
              }
            }
          }
        }
        """,
        "? Role (AssumeRolePolicyDocument)",
        "? Role (AssumeRolePolicyDocument)",
        "? Bucket (PolicyDocument)");

    [Test]
    public void Only_the_text_of_a_policy_variable_is_left_by_an_exclamation_mark()
    {
        SourceText file = SourceText.From("""
            {
              "Resources": {
                "P": {
                  "Type": "AWS::IAM::ManagedPolicy",
                  "Properties": {
                    "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                      { "Effect": "Allow", "Action": "s3:GetObject", "Resource": { "Fn::Sub": "arn:${AWS::Partition}:s3:::data/${!aws:username}/*" } }
                    ] }
                  }
                }
              }
            }
            """);

        PolicyDocument policy = PolicySources.Read(file).Policies.Single().Parse();

        policy.Statements[0].Resource!.Values[0].Value.Should().Be($"arn:{PolicyString.Unknown}:s3:::data/${{aws:username}}/*");
    }

    [Test]
    public void Organizations_say_which_policy_it_is() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Scp": {
              "Type": "AWS::Organizations::Policy",
              "Properties": {
                "Name": "s", "Type": "SERVICE_CONTROL_POLICY",
                "Content": { "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", [|"Principal"|]: "*", "Action": "s3:PutBucketPolicy", "Resource": "*" }] }
              }
            },
            "Tags": { "Type": "AWS::Organizations::Policy", "Properties": { "Name": "t", "Type": "TAG_POLICY", "Content": { "tags": {} } } }
          }
        }
        """,
        "PL0109 Scp (Content)");

    [Test]
    public void An_endpoint_and_an_event_bus() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Endpoint": {
              "Type": "AWS::EC2::VPCEndpoint",
              "Properties": { "PolicyDocument": { "Version": "2012-10-17", "Statement": [
                { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": [|"s3:GetObjet"|], "Resource": "arn:aws:s3:::data/*" }
              ] } }
            },
            "Bus": {
              "Type": "AWS::Events::EventBusPolicy",
              "Properties": { "StatementId": "s", "Statement": {
                "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": [|"events:PutEvent"|], "Resource": "arn:aws:events:eu-west-1:444455556666:event-bus/b"
              } }
            }
          }
        }
        """,
        "PL2002 Endpoint (PolicyDocument)",
        "PL2002 Bus (Statement)");

    [Test]
    public void SAM_functions_have_documents_beside_names_and_templates() => TemplateCase.Check(
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          One:
            Type: AWS::Serverless::Function
            Properties:
              Policies:
                - AWSLambdaBasicExecutionRole
                - !Ref Managed
                - S3ReadPolicy: {BucketName: data}
                - Version: 2012-10-17
                  Statement:
                    - Effect: Allow
                      Action: [|s3:GetObjet|]
                      Resource: arn:aws:s3:::data/*
          Two:
            Type: AWS::Serverless::StateMachine
            Properties:
              Policies:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Action: [|s3:PutObjet|]
                    Resource: arn:aws:s3:::data/*
          Three:
            Type: AWS::Serverless::Function
            Properties: {Policies: AWSLambdaBasicExecutionRole}
        """,
        "PL2002 One (Policies[3])",
        "PL2002 Two (Policies)");

    [Test]
    public void SAM_writes_the_document_around_the_statements_of_an_API() => TemplateCase.Check(
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              Auth:
                ResourcePolicy:
                  CustomStatements:
                    - Effect: Allow
                      Principal: {AWS: arn:aws:iam::111122223333:role/app}
                      Action: [|execute-api:Invok|]
                      Resource: arn:aws:execute-api:eu-west-1:444455556666:api/*
        """,
        "PL2002 Api (Auth.ResourcePolicy.CustomStatements)");

    [Test]
    public void The_short_resource_of_an_API_is_one_of_its_ARNs() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Api": {
              "Type": "AWS::ApiGateway::RestApi",
              "Properties": { "Policy": { "Version": "2012-10-17", "Statement": [
                { "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": ["execute-api:/prod/*"], "Condition": { "NotIpAddress": { "aws:SourceIp": "203.0.113.0/24" } } },
                { "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": [|"execute-api:/prod/*"|] }
              ] } }
            }
          }
        }
        """,
        "PL2008 Api (Policy)");

    [Test]
    public void CDK_knows_the_construct() => TemplateCase.Check(
        """
        {
          "Resources": {
            "TrainingRoleDefaultPolicy5FFB7DAB": {
              "Type": "AWS::IAM::Policy",
              "Properties": {
                "PolicyDocument": {
                  "Statement": [
                    { "Action": [|"sagemaker:CreateTrainingJobs"|], "Effect": "Allow", "Resource": { "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":sagemaker:eu-west-1:111122223333:training-job/t"]] } }
                  ],
                  "Version": "2012-10-17"
                }
              },
              "Metadata": { "aws:cdk:path": "Ml/TrainingRole/DefaultPolicy/Resource" }
            },
            "Raw": {
              "Type": "AWS::IAM::Policy",
              "Properties": {
                "PolicyDocument": { "Statement": [{ "Action": [|"s3:GetObjet"|], "Effect": "Allow", "Resource": "arn:aws:s3:::data/*" }], "Version": "2012-10-17" }
              },
              "Metadata": { "aws:cdk:path": "Ml/Raw" }
            }
          }
        }
        """,
        "PL2002 Ml/TrainingRole/DefaultPolicy [TrainingRoleDefaultPolicy5FFB7DAB] (PolicyDocument)",
        "PL2002 Ml/Raw [Raw] (PolicyDocument)");

    [Test]
    public void What_looks_like_a_policy_elsewhere_is_told() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Mine": { "Type": "Custom::Policy", "Properties": { "Deep": [[?{?] "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*" }] }] } },
            "Thing": { "Type": "AWS::IoT::Policy", "Properties": { "PolicyDocument": [?{?] "Statement": [{ "Effect": "Allow", "Action": "iot:*", "Resource": "*" }] } } }
          }
        }
        """,
        "? Mine",
        "? Thing (PolicyDocument)");

    [Test]
    public void A_string_that_is_no_JSON_is_told() => TemplateCase.Check(
        """
        {
          "Resources": {
            "Queue": { "Type": "AWS::SQS::QueuePolicy", "Properties": { "PolicyDocument": "{\"Statement\": [?]?] }" } }
          }
        }
        """,
        "? Queue (PolicyDocument)");
}
