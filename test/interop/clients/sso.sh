# The AWS CLI v1 with profiles of IAM Identity Center; every command fetches keys of its own.
set -e
aws --profile dev dynamodb list-tables --query TableNames --output json
aws --profile dev s3api create-bucket --bucket sso-bucket --query Location --output text
aws --profile audit dynamodb list-tables --query TableNames --output json
aws --profile process logs create-log-group --log-group-name sso-group
